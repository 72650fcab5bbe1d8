// Every input that is kept in corpus/ goes through its target, as libFuzzer has it go: what was once found stays found,
// and the targets stay in step with the service.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>

#include "fuzz/targets.h"

namespace toolkitd::fuzz {
namespace {

namespace fs = std::filesystem;

const fs::path kFolder = fs::path(TOOLKITD_SOURCE_DIR) / "tests" / "fuzz";

const std::map<std::string, void (*)(std::string_view)>& targets() {
    static const std::map<std::string, void (*)(std::string_view)> kTargets{{"conditional", conditional},
                                                                            {"connection", connection},
                                                                            {"front_matter", front_matter},
                                                                            {"head", head},
                                                                            {"markdown", markdown},
                                                                            {"negotiation", negotiation},
                                                                            {"query", query}};
    return kTargets;
}

std::string bytes_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::set<std::string> names_in(const fs::path& folder) {
    std::set<std::string> names;
    for (const auto& each : fs::directory_iterator(folder)) names.insert(each.path().filename().string());
    return names;
}

class SeedCorpus : public ::testing::TestWithParam<std::string> {};

TEST_P(SeedCorpus, keeps_every_property) {
    const auto target = targets().at(GetParam());
    const auto folder = kFolder / "corpus" / GetParam();
    EXPECT_GE(names_in(folder).size(), 5U);
    for (const auto& name : names_in(folder)) {
        EXPECT_NO_THROW(target(bytes_of(folder / name))) << folder / name;
    }
}

// Every start of a seed, and the seed without each of its bytes: what a fuzzer begins with.
TEST_P(SeedCorpus, keeps_every_property_when_it_is_cut) {
    const auto target = targets().at(GetParam());
    const auto folder = kFolder / "corpus" / GetParam();
    for (const auto& name : names_in(folder)) {
        const std::string bytes = bytes_of(folder / name);
        for (std::size_t i = 0; i < std::min<std::size_t>(bytes.size(), 200); ++i) {
            EXPECT_NO_THROW(target(bytes.substr(0, i))) << name << " cut at " << i;
            EXPECT_NO_THROW(target(bytes.substr(0, i) + bytes.substr(i + 1))) << name << " without " << i;
        }
    }
}

INSTANTIATE_TEST_SUITE_P(OfATarget, SeedCorpus,
                         ::testing::Values("conditional", "connection", "front_matter", "head", "markdown",
                                           "negotiation", "query"),
                         [](const auto& named) { return named.param; });

TEST(FuzzTargets, have_a_corpus_and_a_dictionary_each) {
    std::set<std::string> names;
    for (const auto& [name, target] : targets()) {
        names.insert(name);
        EXPECT_TRUE(fs::exists(kFolder / (name + ".dict"))) << name;
    }
    EXPECT_EQ(names_in(kFolder / "corpus"), names);
}

}  // namespace
}  // namespace toolkitd::fuzz
