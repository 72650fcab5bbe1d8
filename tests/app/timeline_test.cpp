#include <gtest/gtest.h>

#include <sstream>
#include <string>

#include "app/content_folder.h"
#include "app/program.h"
#include "app/said.h"

namespace toolkitd::app {
namespace {

using testing::run;

TEST(Timeline, tells_the_switch_and_what_changes_at_it) {
    const auto ended = run({"timeline"});
    EXPECT_EQ(ended.exit_code, 0);
    EXPECT_EQ(ended.err, "");
    EXPECT_NE(
        ended.out.find("2024-08-28T04:00:00Z  regulation t-visa-final-rule-2024: the status changes from pending to "
                       "effective\n"),
        std::string::npos)
        << ended.out;
    EXPECT_NE(ended.out.find("2024-08-28T04:00:00Z  toolkit lereporting: the notice changes from important-update to "
                             "t-visa-rule-in-effect\n"),
              std::string::npos)
        << ended.out;
}

TEST(Timeline, is_in_order_a_line_each) {
    std::istringstream lines(run({"timeline"}).out);
    std::string last;
    for (std::string line; std::getline(lines, line);) {
        ASSERT_GT(line.size(), 22U);
        EXPECT_EQ(line.substr(19, 3), "Z  ") << line;
        EXPECT_LE(last, line.substr(0, 20));
        last = line.substr(0, 20);
    }
    EXPECT_NE(last, "");
}

TEST(Timeline, tells_faults_in_place_of_half_a_timeline) {
    const testing::TemporaryFolder folder;
    const auto ended = run({"timeline", "--content", testing::faulty_content(folder)});
    EXPECT_EQ(ended.exit_code, 1);
    EXPECT_EQ(ended.out, "");
    EXPECT_TRUE(ended.err.ends_with("has faults; nothing of it is served\n")) << ended.err;
    EXPECT_EQ(testing::sentence(run({"timeline", "--content", "/nowhere"})),
              "cannot read /nowhere: No such file or directory");
}

}  // namespace
}  // namespace toolkitd::app
