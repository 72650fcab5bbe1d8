// Whatever is in the files, loading comes to an end with a catalogue or with diagnostics.
#include <gtest/gtest.h>

#include <random>

#include "content/content_folder.h"
#include "content/load.h"

namespace toolkitd::content::testing {
namespace {

Files shapes() { return files_in(in_project("tests/data/valid/shapes")); }

// Either way, and with every diagnostic in a file and under a rule.
void expect_an_end(const Files& files, const std::string& what) {
    const auto catalogue = load(files);
    if (catalogue) return;
    ASSERT_FALSE(catalogue.error().empty()) << what;
    for (const auto& fault : catalogue.error()) {
        EXPECT_FALSE(fault.file.empty()) << what;
        EXPECT_FALSE(fault.message.empty()) << what;
        EXPECT_GE(fault.line, 0) << what;
        EXPECT_GE(fault.column, 0) << what << ' ' << to_line(fault);
    }
}

TEST(Loading, ends_well_when_a_file_is_cut_off_anywhere) {
    const auto files = shapes();
    for (std::size_t i = 0; i < files.size(); ++i) {
        for (std::size_t length = 0; length < files[i].bytes.size(); length += 37) {
            auto cut = files;
            cut[i].bytes.resize(length);
            expect_an_end(cut, files[i].path + " cut at " + std::to_string(length));
        }
    }
}

TEST(Loading, ends_well_when_bytes_are_changed) {
    const auto files = shapes();
    constexpr std::string_view kBytes = "-:[]{}()&*!|>'\"#%@`,? \n\t\r\\<~\x00\x80\xC3\xFF=_a0";
    std::mt19937 random(1);  // NOLINT(cert-msc51-cpp,cert-msc32-c): the same cases each time
    const auto any = [&random](std::size_t count) { return static_cast<std::size_t>(random()) % count; };
    for (int round = 0; round < 400; ++round) {
        auto changed = files;
        auto& file = changed[any(changed.size())];
        for (std::size_t change = 0; change <= any(3); ++change)
            file.bytes[any(file.bytes.size())] = kBytes[any(kBytes.size())];
        expect_an_end(changed, "round " + std::to_string(round) + ", " + file.path);
    }
}

TEST(Loading, ends_well_when_any_file_is_missing) {
    const auto files = shapes();
    for (std::size_t i = 0; i < files.size(); ++i) {
        auto fewer = files;
        fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
        expect_an_end(fewer, "without " + files[i].path);
    }
    EXPECT_FALSE(load({}));
}

TEST(Loading, ends_soon_for_texts_made_to_be_slow) {
    const std::size_t many = 10'000;
    for (const std::string part :
         {"[", "[a][", "*a ", "_a*", "> ", "- ", "`", "<", "![", "](", "\\", "&", "[](", "1. "}) {
        std::string body = "---\ntitle: Slow\n---\n";
        for (std::size_t i = 0; i < many; ++i) body += part;
        expect_an_end(with(minimal(), "toolkits/sample/first.md", body), part);
    }
}

}  // namespace
}  // namespace toolkitd::content::testing
