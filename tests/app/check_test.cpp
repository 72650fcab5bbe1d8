#include <gtest/gtest.h>

#include <fstream>
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

TEST(Check, tells_the_faults_of_one_file_in_its_folder) {
    const TemporaryFolder folder;
    const auto content = faulty_content(folder);
    const auto faulty = run({"check", content + "/resources/faulty.md"});
    EXPECT_EQ(faulty.exit_code, 1);
    EXPECT_TRUE(faulty.out.ends_with(content + "/resources/faulty.md: 3 faults\n")) << faulty.out;
    const auto fine = run({"check", content + "/rights.md"});
    EXPECT_EQ(fine.exit_code, 0) << fine.out;
    EXPECT_EQ(fine.out, content + "/rights.md: 0 faults; 3 faults in other files of " + content + "\n");
    EXPECT_EQ(run({"check", kContent + "/toolkits/lereporting/toolkit.md"}).out,
              kContent + "/toolkits/lereporting/toolkit.md: no fault\n");
}

TEST(Check, tells_of_a_file_that_nobody_reads) {
    const TemporaryFolder folder;
    const auto content = faulty_content(folder);
    std::ofstream(content + "/notices/texas.MD") << "text";
    const auto ended = run({"check", content + "/notices/texas.MD"});
    EXPECT_EQ(ended.exit_code, 1);
    EXPECT_NE(ended.out.find("/notices/texas.MD:0:0: misplaced-file: "), std::string::npos) << ended.out;
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
