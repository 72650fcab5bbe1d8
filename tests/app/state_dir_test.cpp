// The last content that passed, and a start at which the present one has faults.
#include "app/state_dir.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

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

constexpr const char* kAudience = "audience.md";

std::string read(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

void write(const fs::path& path, const std::string& bytes) { std::ofstream(path, std::ios::binary) << bytes; }

bool eventually(const std::function<bool()>& is_so) {
    for (int i = 0; i < 3'000; ++i) {
        if (is_so()) return true;
        std::this_thread::sleep_for(std::chrono::milliseconds{10});
    }
    return false;
}

const content::Kept kSome{base::Instant{std::chrono::seconds{1'700'000'000}},
                          "0123456789abcdef",
                          {{"a.md", "\xEF\xBB\xBFone\r\n\"two\"\n"}, {"notices/b.md", ""}}};

TEST(StateDir, GivesBackWhatWasKept) {
    const TemporaryFolder folder;
    const StateDir state(folder.path() + "/state");
    ASSERT_TRUE(state.read());
    EXPECT_FALSE(*state.read()) << "nothing yet";
    ASSERT_EQ(state.write(kSome), std::nullopt);
    const auto kept = state.read();
    ASSERT_TRUE(kept && *kept);
    EXPECT_EQ((*kept)->at, kSome.at);
    EXPECT_EQ((*kept)->revision, kSome.revision);
    ASSERT_EQ((*kept)->files.size(), 2U);
    EXPECT_EQ((*kept)->files[0].path, "a.md");
    EXPECT_EQ((*kept)->files[0].bytes, kSome.files[0].bytes);
    EXPECT_EQ(fs::status(state.file()).permissions(), fs::perms::owner_read | fs::perms::owner_write);
    EXPECT_FALSE(fs::exists(folder.path() + "/state/last-good-content.json.new"));
}

TEST(StateDir, IsOffWithoutAFolder) {
    const StateDir state("");
    EXPECT_FALSE(state.is_on());
    ASSERT_TRUE(state.read());
    EXPECT_FALSE(*state.read());
}

TEST(StateDir, RefusesWhatIsDamagedOrOfAnotherVersion) {
    const TemporaryFolder folder;
    const StateDir state(folder.path());
    ASSERT_EQ(state.write(kSome), std::nullopt);
    const auto good = read(state.file());
    const auto refused = [&](const std::string& bytes) {
        write(state.file(), bytes);
        const auto kept = state.read();
        return kept ? "it was taken" : kept.error().sentence;
    };
    for (std::size_t i = 0; i < good.size() - 1; ++i) {
        EXPECT_NE(refused(good.substr(0, i)), "it was taken") << i;
        auto other = good;
        other[i] = static_cast<char>(other[i] ^ 1);
        const auto answer = refused(other);
        if (answer != "it was taken") continue;
        const auto kept = *state.read();  // what the checksum is not of: when it was, and its name
        EXPECT_EQ(kept->files.size(), 2U) << i << other;
        EXPECT_EQ(kept->files[0].bytes, kSome.files[0].bytes) << i << other;
    }
    auto later = json::parse(good);
    later["format"] = 2;
    EXPECT_EQ(refused(later.dump()), "it is of another version of toolkitd");
    later["format"] = 1;
    later["files"][0]["text"] = "other";
    EXPECT_EQ(refused(later.dump()), "it is damaged: its checksum is another");
    for (const char* other : {"[]", "null", "{}", "{\"format\":1}", "{\"format\":1,\"files\":{},\"kept_at\":7}"}) {
        EXPECT_NE(refused(other), "it was taken") << other;
    }
}

TEST(StateDir, KeepsWhatItHasWhereTheNextCannotBeWritten) {
    const TemporaryFolder folder;
    const StateDir state(folder.path());
    ASSERT_EQ(state.write(kSome), std::nullopt);
    fs::create_directory(folder.path() + "/last-good-content.json.new");
    auto next = kSome;
    next.revision = "next";
    const auto fault = state.write(next);
    ASSERT_TRUE(fault);
    EXPECT_NE(fault->find("cannot write " + folder.path()), std::string::npos) << *fault;
    EXPECT_EQ((*state.read())->revision, kSome.revision);
}

TEST(StateDir, IsTheSettingElseTheFirstOfTheServiceManager) {
    unsetenv("STATE_DIRECTORY");
    EXPECT_EQ(StateDir::folder_of(""), "");
    EXPECT_EQ(StateDir::folder_of("/a"), "/a");
    setenv("STATE_DIRECTORY", "/var/lib/one:/var/lib/two", 1);
    EXPECT_EQ(StateDir::folder_of(""), "/var/lib/one");
    EXPECT_EQ(StateDir::folder_of("/a"), "/a");
    unsetenv("STATE_DIRECTORY");
}

class Restart : public ::testing::Test {
protected:
    Restart() { fs::copy(testing::kContent, content_, fs::copy_options::recursive); }

    std::vector<std::string> options() const { return {"--content", content_, "--state-dir", state_}; }

    // Has a server keep the content, and ends it.
    void keep() const {
        Serving server(options());
        ASSERT_TRUE(eventually([this] { return fs::exists(kept_); }));
        server.program().signal(SIGTERM);
        ASSERT_EQ(server.program().end().exit_code, 0);
    }

    void spoil() const { write(content_ / kAudience, "---\ntitel: Nothing\n---\n"); }

    testing::Ended refused() const {
        return testing::run({"serve", "--port", "0", "--content", content_, "--state-dir", state_});
    }

    static json health(const Serving& server) { return json::parse(server.get("/healthz").content); }

    TemporaryFolder folder_;
    const fs::path content_ = fs::path(folder_.path()) / "content";
    const std::string state_ = folder_.path() + "/state";
    const std::string kept_ = state_ + "/last-good-content.json";
};

TEST_F(Restart, WithFaultyContentServesWhatPassedBeforeAndSaysSo) {
    keep();
    const auto good = read(content_ / kAudience);
    spoil();
    Serving server(options());
    EXPECT_EQ(server.get("/v1/toolkits/lereporting").status, 200);
    const auto told = health(server);
    EXPECT_EQ(told["status"], "warn");
    EXPECT_EQ(told["checks"]["content:load"][0]["status"], "warn");
    EXPECT_NE(told["checks"]["content:load"][0]["faults"][0].get<std::string>().find("audience.md:"),
              std::string::npos);
    EXPECT_NE(told["notes"][0].get<std::string>().find("was kept at "), std::string::npos) << told;
    EXPECT_NE(server.get("/metrics").content.find("\ntoolkitd_content_kept 1\n"), std::string::npos);

    write(content_ / kAudience, good);
    EXPECT_TRUE(eventually([&] { return health(server)["status"] == "pass"; }));
    EXPECT_EQ(health(server)["notes"], json::array());
    EXPECT_NE(server.get("/metrics").content.find("\ntoolkitd_content_kept 0\n"), std::string::npos);
    server.program().signal(SIGTERM);
    const auto log = server.program().end().out;
    EXPECT_NE(log.find(" is unchanged"), std::string::npos) << log;
}

TEST_F(Restart, NamesTheFaultsInTheLog) {
    keep();
    spoil();
    Serving server({"--content", content_, "--state-dir", state_});
    server.program().signal(SIGTERM);
    EXPECT_EQ(server.program().end().exit_code, 0);
    testing::Program again({"serve", "--port", "0", "--content", content_, "--state-dir", state_});
    const auto line = testing::line_with(again, "the content was not loaded");
    EXPECT_NE(line.find("which passed before and was kept in " + kept_), std::string::npos) << line;
    EXPECT_NE(testing::line_with(again, "audience.md:").find("error fault: "), std::string::npos);
}

TEST_F(Restart, WithoutTheFolderServesWhatPassedBefore) {
    keep();
    fs::remove_all(content_);
    const Serving server(options());
    EXPECT_EQ(server.get("/v1/rights").status, 200);
    EXPECT_EQ(health(server)["status"], "warn");
    fs::copy(testing::kContent, content_, fs::copy_options::recursive);
    EXPECT_TRUE(eventually([&] { return health(server)["status"] == "pass"; }));
}

TEST_F(Restart, WithFaultyContentEndsWhereNothingWasKept) {
    spoil();
    EXPECT_EQ(refused().exit_code, 1);
    EXPECT_EQ(testing::run({"serve", "--port", "0", "--content", content_}).exit_code, 1);
}

TEST_F(Restart, UsesNothingThatIsDamagedAndSaysSo) {
    keep();
    spoil();
    auto bytes = read(kept_);
    bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
    write(kept_, bytes);
    const auto ended = refused();
    EXPECT_EQ(ended.exit_code, 1);
    EXPECT_NE(ended.err.find("what was kept in " + kept_ + " is not used: it is damaged"), std::string::npos)
        << ended.err;
    EXPECT_NE(ended.err.find("audience.md:"), std::string::npos) << ended.err;
}

TEST_F(Restart, UsesNothingThatNoLongerPasses) {
    const StateDir state(state_);
    ASSERT_EQ(state.write(kSome), std::nullopt);
    spoil();
    const auto ended = refused();
    EXPECT_EQ(ended.exit_code, 1);
    EXPECT_NE(ended.err.find("is not used: it has faults by the rules of this version"), std::string::npos)
        << ended.err;
}

TEST_F(Restart, ReplacesWhatIsDamagedByContentThatPasses) {
    fs::create_directory(state_);
    write(kept_, "{");
    const Serving server(options());
    EXPECT_TRUE(eventually([this] {
        const auto kept = StateDir(state_).read();
        return kept && *kept;
    }));
}

TEST_F(Restart, KeepsNothingThatHasFaultsAndEverythingThatPasses) {
    Serving server(options());
    ASSERT_TRUE(eventually([this] { return fs::exists(kept_); }));
    const auto first = (*StateDir(state_).read())->revision;
    const auto good = read(content_ / kAudience);
    spoil();
    ASSERT_TRUE(eventually([&] { return health(server)["status"] == "warn"; }));
    EXPECT_EQ((*StateDir(state_).read())->revision, first);
    write(content_ / kAudience, good + "\n");
    ASSERT_TRUE(eventually([&] { return health(server)["status"] == "pass"; }));
    EXPECT_TRUE(eventually([&] { return (*StateDir(state_).read())->revision != first; }));
}

TEST_F(Restart, GoesOnWhereNothingCanBeKeptAndSaysSo) {
    write(state_, "a file, and no folder");
    Serving server(options());
    ASSERT_TRUE(eventually([&] { return health(server)["status"] == "warn"; }));
    const auto check = health(server)["checks"]["content:state"][0];
    EXPECT_EQ(check["status"], "warn");
    EXPECT_NE(check["output"].get<std::string>().find("cannot write " + state_), std::string::npos) << check;
    EXPECT_NE(server.get("/metrics").content.find("\ntoolkitd_state_last_success 0\n"), std::string::npos);
    EXPECT_EQ(server.get("/v1/rights").status, 200);
    fs::remove(state_);
    EXPECT_TRUE(eventually([&] { return health(server)["status"] == "pass"; })) << "it is tried again";
    server.program().signal(SIGTERM);
    const auto log = server.program().end().out;
    const auto told = log.find("is not kept for the next start");
    ASSERT_NE(told, std::string::npos) << log;
    EXPECT_EQ(log.find("is not kept for the next start", told + 1), std::string::npos) << "told once: " << log;
}

TEST_F(Restart, OfARehearsalKeepsNothing) {
    Serving server({"--content", content_, "--state-dir", state_, "--rehearse", "2024-08-28"});
    testing::line_with(server.program(), "compressed");
    server.program().signal(SIGTERM);
    EXPECT_EQ(server.program().end().exit_code, 0);
    EXPECT_FALSE(fs::exists(kept_));
}

}  // namespace
}  // namespace toolkitd::app
