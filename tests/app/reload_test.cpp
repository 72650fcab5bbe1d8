// Content that changes under a running service.
#include <gtest/gtest.h>
#include <sys/resource.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <thread>

#include "app/content_folder.h"
#include "app/program.h"
#include "app/serving.h"

namespace toolkitd::app {
namespace {

namespace fs = std::filesystem;

using nlohmann::json;
using testing::Serving;
using testing::TemporaryFolder;

constexpr const char* kTitle = "title: Reporting Trafficking Victimization to Law Enforcement";
constexpr const char* kToolkit = "toolkits/lereporting/toolkit.md";

std::string read(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

void write(const fs::path& path, const std::string& bytes) { std::ofstream(path, std::ios::binary) << bytes; }

// Asks again until it is so; how long that takes is the machine's affair.
bool eventually(const std::function<bool()>& is_so) {
    for (int i = 0; i < 3'000; ++i) {
        if (is_so()) return true;
        std::this_thread::sleep_for(std::chrono::milliseconds{10});
    }
    return false;
}

class Reload : public ::testing::Test {
protected:
    Reload() { fs::copy(testing::kContent, content_, fs::copy_options::recursive); }

    static std::string retitled(const fs::path& content, const std::string& title) {
        auto text = read(content / kToolkit);
        return text.replace(text.find(kTitle), std::string(kTitle).size(), "title: " + title);
    }

    static std::string title(const Serving& server) {
        return json::parse(server.get("/v1/toolkits/lereporting").content)["data"]["title"];
    }

    static json health(const Serving& server) { return json::parse(server.get("/healthz").content); }

    TemporaryFolder folder_;
    const fs::path content_ = fs::path(folder_.path()) / "content";
};

TEST_F(Reload, shows_a_file_that_was_written_over) {
    const Serving server({"--content", content_});
    write(content_ / kToolkit, retitled(content_, "Written over"));
    EXPECT_TRUE(eventually([&] { return title(server) == "Written over"; }));
}

TEST_F(Reload, shows_a_file_that_an_editor_moved_over_the_old_one) {
    const Serving server({"--content", content_});
    const auto draft = content_ / "toolkits/lereporting/.toolkit.md.swp";
    write(draft, retitled(content_, "Moved over"));
    fs::rename(draft, content_ / kToolkit);
    EXPECT_TRUE(eventually([&] { return title(server) == "Moved over"; }));
}

TEST_F(Reload, shows_a_new_version_of_a_volume_whose_link_is_exchanged) {
    const fs::path volume = fs::path(folder_.path()) / "volume";
    fs::create_directories(volume / "..1");
    fs::copy(content_, volume / "..1", fs::copy_options::recursive);
    fs::create_directory_symlink("..1", volume / "..data");
    for (const auto& entry : fs::directory_iterator(content_)) {
        const auto name = entry.path().filename();
        fs::create_symlink(fs::path("..data") / name, volume / name);
    }
    const Serving server({"--content", volume});
    fs::copy(volume / "..1", volume / "..2", fs::copy_options::recursive);
    write(volume / "..2" / kToolkit, retitled(volume / "..2", "Exchanged"));
    fs::create_directory_symlink("..2", volume / "..data_tmp");
    fs::rename(volume / "..data_tmp", volume / "..data");
    fs::remove_all(volume / "..1");
    EXPECT_TRUE(eventually([&] { return title(server) == "Exchanged"; }));
}

TEST_F(Reload, keeps_what_is_good_when_the_new_content_has_a_fault_and_says_so) {
    Serving server({"--content", content_});
    const auto before = title(server);
    const auto good = read(content_ / kToolkit);
    write(content_ / kToolkit, "---\ntitel: Nothing\n---\n");
    ASSERT_TRUE(eventually([&] { return health(server)["status"] == "warn"; }));
    const auto check = health(server)["checks"]["content:load"][0];
    EXPECT_EQ(check["status"], "warn");
    EXPECT_NE(check["faults"][0].get<std::string>().find("toolkit.md:"), std::string::npos) << check;
    EXPECT_EQ(server.get("/healthz").status, 200);
    EXPECT_EQ(title(server), before);

    write(content_ / kToolkit, good);
    EXPECT_TRUE(eventually([&] { return health(server)["status"] == "pass"; }));
    server.program().signal(SIGTERM);
    const auto log = server.program().end().out;
    EXPECT_NE(log.find("goes on being served"), std::string::npos) << log;
    EXPECT_NE(log.find("toolkit.md:2:"), std::string::npos) << log;
}

TEST_F(Reload, keeps_what_is_good_when_the_folder_is_gone_and_takes_what_comes_back) {
    const Serving server({"--content", content_});
    const auto away = fs::path(folder_.path()) / "away";
    fs::rename(content_, away);
    ASSERT_TRUE(eventually([&] { return health(server)["status"] == "warn"; }));
    EXPECT_EQ(server.get("/v1/rights").status, 200);
    write(away / kToolkit, retitled(away, "Back"));
    fs::rename(away, content_);
    EXPECT_TRUE(eventually([&] { return title(server) == "Back"; }));
    EXPECT_EQ(health(server)["status"], "pass");
}

TEST_F(Reload, takes_what_comes_back_with_all_that_was_above_it) {
    const auto above = fs::path(folder_.path()) / "above";
    fs::create_directory(above);
    fs::copy(content_, above / "content", fs::copy_options::recursive);
    const Serving server({"--content", above / "content"});
    fs::remove_all(above);
    ASSERT_TRUE(eventually([&] { return health(server)["status"] == "warn"; }));
    fs::create_directory(above);
    write(content_ / kToolkit, retitled(content_, "Back"));
    fs::copy(content_, above / "content", fs::copy_options::recursive);
    EXPECT_TRUE(eventually([&] { return title(server) == "Back"; }));
    EXPECT_EQ(health(server)["status"], "pass");
}

TEST_F(Reload, is_tried_again_and_told_once_where_no_descriptor_was_left) {
    Serving server({"--content", content_});
    const auto process = server.program().process();
    testing::line_with(server.program(), "compressed");
    rlimit limit{};
    ASSERT_EQ(prlimit(process, RLIMIT_NOFILE, nullptr, &limit), 0);
    const rlimit none{4, limit.rlim_max};  // fewer than are open; poll(2) takes as many
    ASSERT_EQ(prlimit(process, RLIMIT_NOFILE, &none, nullptr), 0);
    write(content_ / kToolkit, retitled(content_, "Later"));
    testing::line_with(server.program(), "not every change of the content will be noticed for now");
    const auto told = testing::line_with(server.program(), "the content was not loaded");
    EXPECT_NE(told.find("Too many open files"), std::string::npos) << told;
    ASSERT_EQ(prlimit(process, RLIMIT_NOFILE, &limit, nullptr), 0);
    EXPECT_NE(server.program().line().find("every change of the content is noticed again"), std::string::npos);
    EXPECT_TRUE(eventually([&] { return title(server) == "Later"; }));
    EXPECT_EQ(health(server)["status"], "pass");
}

TEST_F(Reload, happens_on_sighup_and_ends_nothing) {
    Serving server({"--content", content_});
    const auto loaded_at = health(server)["checks"]["content:load"][0]["time"];
    server.program().signal(SIGHUP);
    EXPECT_TRUE(eventually([&] { return health(server)["checks"]["content:load"][0]["time"] != loaded_at; }));
    EXPECT_EQ(server.get("/livez").status, 200);
}

TEST_F(Reload, brings_the_codings_after_it) {
    const Serving server({"--content", content_});
    write(content_ / kToolkit, retitled(content_, "In every coding"));
    ASSERT_TRUE(eventually([&] { return title(server) == "In every coding"; }));
    for (const std::string coding : {"gzip", "br"}) {
        EXPECT_TRUE(eventually([&] {
            testing::Client client(server.address());
            client.send(
                testing::get("/v1/toolkits/lereporting", "Accept-Encoding: " + coding + "\r\nConnection: close\r\n"));
            return client.read().field("Content-Encoding") == coding;
        })) << coding;
    }
}

TEST_F(Reload, does_not_wait_for_a_client_that_takes_its_answer_slowly) {
    Serving server({"--content", content_, "--write-time", "600000"});
    testing::line_with(server.program(), "compressed");
    testing::Client slow(server.address());
    for (int i = 0; i < 100; ++i) slow.send(testing::get("/openapi.json"));  // more than the kernel keeps for it
    for (const std::string change : {"First", "Second"}) {
        write(content_ / kToolkit, retitled(testing::kContent, change));
        ASSERT_TRUE(eventually([&] { return title(server) == change; })) << change;
    }
}

TEST_F(Reload, shows_content_behind_a_link_that_is_exchanged_above_it) {
    const fs::path releases = fs::path(folder_.path()) / "releases";
    for (const char* release : {"1", "2"}) {
        fs::create_directories(releases / release / "config");
        fs::copy(content_, releases / release / "config/content", fs::copy_options::recursive);
    }
    const auto second = releases / "2/config/content";
    write(second / kToolkit, retitled(second, "The second release"));
    const fs::path current = fs::path(folder_.path()) / "current";
    fs::create_directory_symlink("releases/1", current);
    const Serving server({"--content", current / "config/content"});
    fs::create_directory_symlink("releases/2", current.string() + ".next");
    fs::rename(current.string() + ".next", current);
    EXPECT_TRUE(eventually([&] { return title(server) == "The second release"; }));
}

TEST_F(Reload, shows_content_of_a_folder_that_is_exchanged_two_levels_up) {
    const fs::path top(folder_.path());
    for (const char* one : {"a/b", "n/b"}) {
        fs::create_directories(top / one);
        fs::copy(content_, top / one / "content", fs::copy_options::recursive);
    }
    write(top / "n/b/content" / kToolkit, retitled(content_, "The new folder"));
    const Serving server({"--content", top / "a/b/content"});
    fs::rename(top / "a", top / "old");
    fs::rename(top / "n", top / "a");
    EXPECT_TRUE(eventually([&] { return title(server) == "The new folder"; }));
}

TEST_F(Reload, says_when_it_has_looked_last) {
    const Serving server({"--content", content_});
    const auto first = health(server)["looked_at"];
    EXPECT_EQ(health(server)["checks"]["content:files"][0]["time"], first);
    EXPECT_TRUE(eventually([&] { return health(server)["looked_at"] != first; })) << "though nothing has changed";
}

TEST_F(Reload, is_told_in_the_metrics_when_it_fails_and_when_it_succeeds) {
    const Serving server({"--content", content_});
    const auto measured = [&](const std::string& line) {
        return eventually([&] { return server.get("/metrics").content.find("\n" + line + "\n") != std::string::npos; });
    };
    const auto good = read(content_ / kToolkit);
    write(content_ / kToolkit, good.substr(0, good.size() / 4));
    EXPECT_TRUE(measured("toolkitd_load_last_success 0"));
    EXPECT_TRUE(measured("toolkitd_loads_total{outcome=\"failure\"} 1"));
    write(content_ / kToolkit, good);
    EXPECT_TRUE(measured("toolkitd_load_last_success 1"));
    EXPECT_TRUE(measured("toolkitd_load_last_faults 0"));
}

}  // namespace
}  // namespace toolkitd::app
