// Where settings come from: file, environment, flags, in rising precedence. Seen by the lifetime of an answer.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "app/content_folder.h"
#include "app/program.h"

namespace toolkitd::app {
namespace {

using testing::Start;
using testing::TemporaryFolder;

// The `max-age` that an answer would have.
std::string max_age(std::vector<std::string> more, const Start& start = {}) {
    std::vector<std::string> arguments{"show", "-i", "/v1/rights", "--content", testing::kContent};
    arguments.insert(arguments.end(), more.begin(), more.end());
    const auto ended = testing::run(arguments, start);
    const std::string mark = "Cache-Control: public, max-age=";
    const auto at = ended.out.find(mark);
    if (at == std::string::npos) return ended.err;
    const auto from = at + mark.size();
    return ended.out.substr(from, ended.out.find(',', from) - from);
}

TEST(Settings, have_defaults_that_work) { EXPECT_EQ(max_age({}), "300"); }

TEST(Settings, come_from_the_file_that_is_named) {
    const TemporaryFolder folder;
    const auto file = folder.write("own.toml", "# the lifetime\nmax_age = 11  # seconds\n");
    EXPECT_EQ(max_age({"--config", file}), "11");
}

TEST(Settings, come_from_the_usual_file_where_there_is_one) {
    const TemporaryFolder folder;
    const Start there{{}, folder.path()};
    EXPECT_EQ(max_age({}, there), "300");
    folder.write("config/service.toml", "max_age = 11\n");
    EXPECT_EQ(max_age({}, there), "11");
    const auto other = folder.write("other.toml", "max_age = 12\n");
    EXPECT_EQ(max_age({"--config", other}, there), "12");
}

TEST(Settings, of_the_environment_override_the_file) {
    const TemporaryFolder folder;
    const auto file = folder.write("own.toml", "max_age = 11\n");
    EXPECT_EQ(max_age({"--config", file}, {{"TOOLKITD_MAX_AGE=22"}}), "22");
    EXPECT_EQ(max_age({"--config", file}, {{"TOOLKITD_STALE_IF_ERROR=22"}}), "11");
}

TEST(Settings, OfAFlagThatIsGivenTwiceAreTheLast) {
    EXPECT_EQ(max_age({"--max-age", "11", "--max-age", "22"}), "22");
    EXPECT_EQ(max_age({"--max-age=22", "--max-age=11", "--port", "1", "--port", "2"}), "11");
    EXPECT_EQ(max_age({"--embeds", "false", "--embeds", "true", "--log-level", "off", "--log-level", "debug"}), "300");
    const TemporaryFolder folder;
    const auto first = folder.write("first.toml", "max_age = 33\n");
    const auto last = folder.write("last.toml", "max_age = 44\n");
    EXPECT_EQ(max_age({"--config", first, "--config", last}), "44");
    EXPECT_NE(max_age({"--max-age", "11", "--max-age", "none"}), "11");
}

// A flag of the line overrides the one before the command, too: both are the same flag.
TEST(Settings, OfAFlagOnBothSidesOfTheCommandAreTheLast) {
    const auto ended = testing::run({"--max-age", "11", "show", "-i", "/v1/rights", "--max-age", "22"});
    EXPECT_NE(ended.out.find("max-age=22,"), std::string::npos) << ended.out << ended.err;
}

TEST(Settings, OfACommandsOwnFlagThatIsGivenTwiceAreTheLast) {
    EXPECT_EQ(testing::run({"show", "/v1/rights", "--as-of", "never", "--as-of", "2024-08-28"}).exit_code, 0);
    EXPECT_EQ(testing::run({"show", "/v1/rights", "--as-of", "2024-08-28", "--as-of", "never"}).exit_code, 1);
}

TEST(Settings, of_flags_override_both) {
    const TemporaryFolder folder;
    const auto file = folder.write("own.toml", "max_age = 11\n");
    EXPECT_EQ(max_age({"--config", file, "--max-age", "33"}, {{"TOOLKITD_MAX_AGE=22"}}), "33");
    EXPECT_EQ(max_age({"--config", file, "--max-age", "33"}), "33");
    EXPECT_EQ(max_age({"--max-age=33"}, {{"TOOLKITD_MAX_AGE=22"}}), "33");
}

TEST(Settings, may_be_nought) {
    const TemporaryFolder folder;
    const auto file = folder.write("own.toml", "max_age = 11\n");
    EXPECT_EQ(max_age({"--config", file}, {{"TOOLKITD_MAX_AGE=0"}}), "0");
    EXPECT_EQ(max_age({"--max-age", "0"}, {{"TOOLKITD_MAX_AGE=22"}}), "0");
}

TEST(Settings, of_an_empty_variable_are_those_without_it) { EXPECT_EQ(max_age({}, {{"TOOLKITD_MAX_AGE="}}), "300"); }

TEST(Settings, of_the_project_are_right) {
    const auto ended =
        testing::run({"show", "/v1/regulation-status", "--config", TOOLKITD_SOURCE_DIR "/config/service.toml"});
    EXPECT_EQ(ended.exit_code, 0) << ended.err;
}

TEST(Settings, change_what_links_begin_with) {
    const auto ended = testing::run({"show", "-i", "/v1", "--public-url", "https://api.example.org"});
    EXPECT_NE(ended.out.find("<https://api.example.org/v1>; rel=\"canonical\""), std::string::npos) << ended.out;
    EXPECT_NE(ended.out.find("\"self\":\"https://api.example.org/v1\""), std::string::npos) << ended.out;
}

}  // namespace
}  // namespace toolkitd::app
