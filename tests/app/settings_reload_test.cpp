// Settings that change under a running service.
#include <gtest/gtest.h>
#include <sys/resource.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <string>

#include "app/content_folder.h"
#include "app/program.h"
#include "app/serving.h"

namespace toolkitd::app {
namespace {

using testing::line_with;
using testing::Serving;
using testing::TemporaryFolder;

class SettingsReload : public ::testing::Test {
protected:
    void write(const std::string& settings) const { std::ofstream(file_) << settings << '\n'; }

    // Has them read, and waits until the program has said what came of it.
    static std::string read_again(Serving& server, const std::string& words) {
        server.program().signal(SIGHUP);
        return line_with(server.program(), words);
    }

    static std::string first_settings(const std::string& file) {
        std::ofstream(file) << "max_age = 40\n";
        return file;
    }

    TemporaryFolder folder_;
    const std::string file_ = first_settings(folder_.path() + "/service.toml");
    Serving server_{{"--config", file_, "--stale-if-error", "0", "--stale-while-revalidate", "0", "--rehearse",
                     "2024-09-01T00:00:00Z"}};
};

std::string lifetime(const Serving& server) { return server.get("/v1/rights").field("Cache-Control"); }

TEST_F(SettingsReload, takes_what_can_change_while_it_runs) {
    EXPECT_NE(lifetime(server_).find("max-age=40"), std::string::npos) << lifetime(server_);
    write("max_age = 20\npublic_url = \"https://toolkits.example\"");
    const auto told = read_again(server_, "settings that have changed: ");
    EXPECT_TRUE(told.ends_with("changed: max_age, public_url")) << told;
    line_with(server_.program(), " in place of ");
    EXPECT_NE(lifetime(server_).find("max-age=20"), std::string::npos) << lifetime(server_);
    EXPECT_NE(server_.get("/v1").content.find("https://toolkits.example/v1/toolkits"), std::string::npos);
    EXPECT_NE(server_.get("/none").content.find("https://toolkits.example/v1/problems"), std::string::npos);
}

TEST_F(SettingsReload, names_what_cannot_and_keeps_it) {
    write("max_age = 40\nbacklog = 9\nthreads = 7");
    const auto told = read_again(server_, "when it is started anew: ");
    EXPECT_NE(told.find("warning load: "), std::string::npos) << told;
    EXPECT_TRUE(told.ends_with("anew: backlog, threads")) << told;
    EXPECT_EQ(server_.get("/livez").status, 200);
}

TEST_F(SettingsReload, keeps_all_of_them_where_one_is_wrong) {
    write("max_age = 20\nmax_aeg = 7");
    const auto told = read_again(server_, "the settings stay as they were: ");
    EXPECT_NE(told.find("did you mean `max_age`"), std::string::npos) << told;
    line_with(server_.program(), "is unchanged");
    EXPECT_NE(lifetime(server_).find("max-age=40"), std::string::npos) << lifetime(server_);
}

TEST_F(SettingsReload, takes_what_could_not_be_read_while_no_descriptor_was_left) {
    const auto process = server_.program().process();
    line_with(server_.program(), "compressed");
    rlimit limit{};
    ASSERT_EQ(prlimit(process, RLIMIT_NOFILE, nullptr, &limit), 0);
    const rlimit none{4, limit.rlim_max};  // fewer than are open; poll(2) takes as many
    ASSERT_EQ(prlimit(process, RLIMIT_NOFILE, &none, nullptr), 0);
    write("max_age = 20");
    read_again(server_, "the settings stay as they were: ");
    line_with(server_.program(), "the content was not loaded");
    ASSERT_EQ(prlimit(process, RLIMIT_NOFILE, &limit, nullptr), 0);
    EXPECT_TRUE(line_with(server_.program(), "settings").ends_with("settings that have changed: max_age"));
    line_with(server_.program(), " in place of ");
    EXPECT_NE(lifetime(server_).find("max-age=20"), std::string::npos) << lifetime(server_);
}

TEST_F(SettingsReload, takes_a_file_that_comes_back) {
    std::filesystem::remove(file_);
    read_again(server_, "the settings stay as they were: ");
    const auto draft = folder_.path() + "/draft.toml";
    std::ofstream(draft) << "max_age = 20\n";
    std::filesystem::rename(draft, file_);
    EXPECT_TRUE(line_with(server_.program(), "settings").ends_with("settings that have changed: max_age"));
    line_with(server_.program(), " in place of ");
    EXPECT_NE(lifetime(server_).find("max-age=20"), std::string::npos) << lifetime(server_);
}

TEST_F(SettingsReload, leaves_what_a_flag_says_as_it_is) {
    write("max_age = 20\nstale_if_error = 9");
    const auto told = read_again(server_, "settings that have changed: ");
    EXPECT_TRUE(told.ends_with("changed: max_age")) << told;
}

TEST_F(SettingsReload, begins_and_ends_the_log_of_requests) {
    write("max_age = 40\naccess_log = true");
    read_again(server_, "changed: access_log");
    server_.get("/livez");
    EXPECT_NE(line_with(server_.program(), "/livez").find(" request: GET /livez 200"), std::string::npos);
    write("max_age = 40\naccess_log = false\nlog_level = \"warning\"");
    read_again(server_, "changed: access_log, log_level");
    server_.get("/livez");
    server_.program().signal(SIGTERM);
    EXPECT_EQ(server_.program().end().out.find("/livez"), std::string::npos);
}

TEST_F(SettingsReload, keeps_the_last_good_where_the_content_does_not_go_with_them) {
    write("max_age = 20\nprimary_regulation = \"none-of-these\"");
    read_again(server_, "the content was not loaded");
    EXPECT_NE(lifetime(server_).find("max-age=40"), std::string::npos) << lifetime(server_);
    write("max_age = 20");
    server_.program().signal(SIGHUP);
    line_with(server_.program(), " in place of ");
    EXPECT_NE(lifetime(server_).find("max-age=20"), std::string::npos) << lifetime(server_);
}

}  // namespace
}  // namespace toolkitd::app
