#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "app/content_folder.h"
#include "app/program.h"
#include "app/said.h"

namespace toolkitd::app {
namespace {

using testing::faulty_content;
using testing::kContent;
using testing::run;
using testing::TemporaryFolder;

TEST(Check, finds_no_fault_in_the_projects_content) {
    const auto ended = run({"check", kContent});
    EXPECT_EQ(ended.exit_code, 0) << ended.out;
    EXPECT_EQ(ended.out, kContent +
                             ": notices/important-update.md is shown, and not notices/t-visa-rule-status-changed.md, "
                             "where both hold (pending): the publisher's words come before the service's\n" +
                             kContent + ": no fault in 1 toolkit, 2 resources, 1 regulation, 3 notices\n");
    EXPECT_EQ(ended.err, "");
}

TEST(Check, looks_at_the_folder_of_the_settings_where_none_is_named) {
    EXPECT_EQ(run({"check"}).exit_code, 0);
    const TemporaryFolder folder;
    const auto ended = run({"check", "--content", faulty_content(folder)});
    EXPECT_EQ(ended.exit_code, 1);
    EXPECT_EQ(run({"check", kContent, "--content", "/nowhere"}).exit_code, 0);
}

TEST(Check, tells_all_faults_at_once_a_line_each) {
    const TemporaryFolder folder;
    const auto content = faulty_content(folder);
    const auto ended = run({"check", content});
    EXPECT_EQ(ended.exit_code, 1);
    EXPECT_EQ(ended.err, "");
    const std::string file = content + "/resources/faulty.md:";
    EXPECT_NE(ended.out.find(file + "4:1: unknown-key: "), std::string::npos) << ended.out;
    EXPECT_NE(ended.out.find(file + "2:1: missing-key: "), std::string::npos) << ended.out;
    EXPECT_NE(ended.out.find(file + "7:"), std::string::npos) << ended.out;
    EXPECT_TRUE(ended.out.ends_with(content + ": 3 faults\n")) << ended.out;
}

TEST(Check, tells_faults_as_json_to_programs) {
    const TemporaryFolder folder;
    const auto content = faulty_content(folder);
    const auto ended = run({"check", content, "--format", "json"});
    EXPECT_EQ(ended.exit_code, 1);
    const auto faults = nlohmann::json::parse(ended.out);
    ASSERT_EQ(faults.size(), 3U);
    for (const auto& fault : faults) {
        EXPECT_EQ(fault["file"], content + "/resources/faulty.md");
        EXPECT_GE(fault["line"].get<int>(), 1);
        EXPECT_GE(fault["column"].get<int>(), 1);
        EXPECT_NE(fault["rule"].get<std::string>(), "");
        EXPECT_NE(fault["message"].get<std::string>(), "");
    }
    const auto none = run({"check", kContent, "--format=json"});
    EXPECT_EQ(none.exit_code, 0);
    EXPECT_EQ(nlohmann::json::parse(none.out), nlohmann::json::array());
}

TEST(Check, tells_faults_of_an_empty_folder) {
    const TemporaryFolder folder;
    const auto ended = run({"check", folder.path()});
    EXPECT_EQ(ended.exit_code, 1);
    EXPECT_NE(ended.out.find("missing-file"), std::string::npos) << ended.out;
}

TEST(Check, cannot_check_what_it_cannot_read) {
    const TemporaryFolder folder;
    const auto file = folder.write("file", "no folder");
    EXPECT_EQ(testing::sentence(run({"check", folder.path() + "/nowhere"})),
              "cannot read " + folder.path() + "/nowhere: No such file or directory");
    EXPECT_EQ(testing::sentence(run({"check", file})), "cannot read " + file + ": it is not a folder");
    EXPECT_EQ(testing::sentence(run({"check", file, "--format", "json"})),
              "cannot read " + file + ": it is not a folder");
}

}  // namespace
}  // namespace toolkitd::app
