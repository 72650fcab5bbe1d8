// Every folder in tests/data/invalid is a case: files that are put over those of the minimal folder, and the exact
// diagnostics that must come of it. Its name is that of the rule, perhaps with `--` and a variant behind.
//
//   expected.txt  the diagnostics, one a line
//   remove.txt    paths of files that are not to be there, one a line
//   pad.txt       a path and a size: the file is filled up with spaces
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <sstream>
#include <tuple>
#include <vector>

#include "content/content_folder.h"
#include "content/load.h"
#include "content/rules.h"

namespace toolkitd::content::testing {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> cases() {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(in_project("tests/data/invalid"))) {
        names.push_back(entry.path().filename().string());
    }
    std::sort(names.begin(), names.end());
    return names;
}

fs::path folder_of(const std::string& name) { return in_project("tests/data/invalid") / name; }

std::string rule_of(const std::string& name) { return name.substr(0, name.find("--")); }

void remove_files(Files& files, const fs::path& list) {
    std::istringstream lines(read_bytes(list));
    for (std::string path; std::getline(lines, path);) {
        std::erase_if(files, [&](const File& file) { return file.path == path; });
    }
}

void pad_files(Files& files, const fs::path& list) {
    std::istringstream lines(read_bytes(list));
    std::string path;
    std::size_t size = 0;
    while (lines >> path >> size) {
        for (auto& file : files) {
            if (file.path == path) file.bytes.resize(size, ' ');
        }
    }
}

Files files_of(const std::string& name) {
    auto files = minimal();
    for (auto& file : files_in(folder_of(name))) {
        if (file.refusal) files.push_back(file);
        if (!file.refusal) files = with(std::move(files), file.path, file.bytes);
    }
    if (fs::exists(folder_of(name) / "remove.txt")) remove_files(files, folder_of(name) / "remove.txt");
    if (fs::exists(folder_of(name) / "pad.txt")) pad_files(files, folder_of(name) / "pad.txt");
    return files;
}

class InvalidContent : public ::testing::TestWithParam<std::string> {};

TEST_P(InvalidContent, brings_exactly_the_diagnostics_beside_it) {
    EXPECT_EQ(faults(files_of(GetParam())), read_bytes(folder_of(GetParam()) / "expected.txt"));
}

TEST_P(InvalidContent, breaks_the_rule_that_it_is_named_after_and_no_other) {
    const auto catalogue = checked(files_of(GetParam()));
    ASSERT_FALSE(catalogue);
    for (const auto& diagnostic : catalogue.error()) EXPECT_EQ(diagnostic.rule, rule_of(GetParam()));
}

TEST_P(InvalidContent, is_told_in_order_of_file_and_place) {
    const auto catalogue = checked(files_of(GetParam()));
    ASSERT_FALSE(catalogue);
    EXPECT_TRUE(std::is_sorted(
        catalogue.error().begin(), catalogue.error().end(), [](const Diagnostic& a, const Diagnostic& b) {
            return std::tie(a.file, a.line, a.column, a.rule) < std::tie(b.file, b.line, b.column, b.rule);
        }));
}

INSTANTIATE_TEST_SUITE_P(, InvalidContent, ::testing::ValuesIn(cases()), [](const auto& param) {
    std::string name = param.param;
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
});

TEST(EveryRule, has_an_invalid_file) {
    std::set<std::string> with_a_case;
    for (const auto& name : cases()) with_a_case.insert(rule_of(name));
    std::set<std::string> rules;
    for (const auto rule : rule_names()) rules.emplace(rule);
    EXPECT_EQ(with_a_case, rules);
}

TEST(EveryRule, is_told_at_once) {
    auto files = with(minimal(), "rights.md", "no front matter");
    files = with_change(files, "toolkits/sample/toolkit.md", "title: ", "titel: ");
    files = with_change(files, "toolkits/sample/toolkit.md", "[first]", "[first, missing]");
    files = with_change(files, "resources/sample-guide.md", "kind: guide", "kind: A Guide");
    const auto catalogue = load(files);
    ASSERT_FALSE(catalogue);
    std::vector<std::string> rules;
    for (const auto& diagnostic : catalogue.error()) rules.push_back(diagnostic.rule);
    EXPECT_EQ(rules, (std::vector<std::string>{"bad-word", "no-front-matter", "missing-key", "unknown-key",
                                               "unknown-reference"}));
}

}  // namespace
}  // namespace toolkitd::content::testing
