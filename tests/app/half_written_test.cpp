// Files that are being written: none is loaded, nor is anything else meanwhile.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/mman.h>
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
#include "http/descriptor.h"

namespace toolkitd::app {
namespace {

namespace fs = std::filesystem;

using nlohmann::json;
using testing::Serving;
using testing::TemporaryFolder;

constexpr const char* kToolkit = "toolkits/lereporting/toolkit.md";
constexpr const char* kTitle = "title: Reporting Trafficking Victimization to Law Enforcement";
constexpr const char* kNow = "Reporting Trafficking Victimization to Law Enforcement";

std::string read(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

bool eventually(const std::function<bool()>& is_so) {
    for (int i = 0; i < 3'000; ++i) {
        if (is_so()) return true;
        std::this_thread::sleep_for(std::chrono::milliseconds{10});
    }
    return false;
}

// A process that writes slowly.
class Slowly {
public:
    explicit Slowly(const fs::path& path, int how = O_WRONLY | O_CREAT | O_TRUNC)
        : descriptor_(open(path.c_str(), how | O_CLOEXEC, 0644)) {
        EXPECT_TRUE(descriptor_.open()) << path;
    }

    void write(std::string_view bytes) const {
        EXPECT_EQ(::write(descriptor_.number(), bytes.data(), bytes.size()), static_cast<ssize_t>(bytes.size()));
    }
    void close() { descriptor_.close(); }
    int number() const { return descriptor_.number(); }

private:
    http::Descriptor descriptor_;
};

class HalfWritten : public ::testing::Test {
protected:
    HalfWritten() { fs::copy(testing::kContent, content_, fs::copy_options::recursive); }

    std::string retitled(const std::string& title) const {
        auto text = read(content_ / kToolkit);
        return text.replace(text.find(kTitle), std::string(kTitle).size(), "title: " + title);
    }

    static std::string title(const Serving& server) {
        return json::parse(server.get("/v1/toolkits/lereporting").content)["data"]["title"];
    }

    static json files(const Serving& server) {
        return json::parse(server.get("/healthz").content)["checks"]["content:files"][0];
    }

    // Waits until the server says that it waits for the file: it has looked by then, and loaded nothing.
    static bool waits_for(const Serving& server, const std::string& file) {
        return eventually([&] {
            const auto check = files(server);
            return check["status"] == "warn" && check["output"].get<std::string>().find(file) != std::string::npos;
        });
    }

    static std::string log_of(Serving& server) {
        server.program().signal(SIGTERM);
        return server.program().end().out;
    }

    TemporaryFolder folder_;
    const fs::path content_ = fs::path(folder_.path()) / "content";
};

TEST_F(HalfWritten, FileIsNotShownUntilItIsClosed) {
    Serving server({"--content", content_});
    const auto whole = retitled("The whole");
    Slowly writer(content_ / kToolkit);
    writer.write(whole.substr(0, whole.size() / 2));
    ASSERT_TRUE(waits_for(server, kToolkit));
    EXPECT_EQ(title(server), kNow);
    writer.write(whole.substr(whole.size() / 2));
    EXPECT_EQ(title(server), kNow) << "whole, and still open";
    writer.close();
    EXPECT_TRUE(eventually([&] { return title(server) == "The whole"; }));
    EXPECT_EQ(files(server)["status"], "pass");
    const auto log = log_of(server);
    EXPECT_NE(log.find("waiting for " + (content_ / kToolkit).string() + ", which a process has open for writing"),
              std::string::npos)
        << log;
    EXPECT_EQ(log.find("was not loaded"), std::string::npos) << log;
}

TEST_F(HalfWritten, FileKeepsAllOthersFromBeingShown) {
    const Serving server({"--content", content_});
    Slowly writer(content_ / "resources/new.md");
    ASSERT_TRUE(waits_for(server, "resources/new.md"));
    const auto whole = retitled("Moved over meanwhile");
    std::ofstream(content_ / ".next") << whole;
    fs::rename(content_ / ".next", content_ / kToolkit);
    const auto looked = files(server)["time"];
    ASSERT_TRUE(eventually([&] { return files(server)["time"] != looked; }));
    EXPECT_EQ(title(server), kNow);
    fs::remove(content_ / "resources/new.md");  // and with it what was waited for, though it stays open
    EXPECT_TRUE(eventually([&] { return title(server) == "Moved over meanwhile"; }));
}

TEST_F(HalfWritten, FileThatIsMappedIsNotShownUntilItIsNotMappedAnyMore) {
    const Serving server({"--content", content_});
    const auto size = fs::file_size(content_ / kToolkit);
    Slowly writer(content_ / kToolkit, O_RDWR);
    void* mapped = mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_SHARED, writer.number(), 0);
    ASSERT_NE(mapped, MAP_FAILED);
    writer.write(retitled("Mapped").substr(0, size));
    writer.close();
    ASSERT_TRUE(waits_for(server, kToolkit));
    EXPECT_EQ(title(server), kNow);
    munmap(mapped, size);
    EXPECT_TRUE(eventually([&] { return files(server)["status"] == "pass"; }));
}

TEST_F(HalfWritten, FileOfACopyingToolIsWaitedForUnderItsOwnName) {
    const Serving server({"--content", content_});
    const auto copied = retitled("Copied");
    const Slowly writer(content_ / "toolkits/lereporting/.toolkit.md.Xa3f9Q");
    std::ofstream(content_ / ".next") << retitled("Beside it");
    fs::rename(content_ / ".next", content_ / kToolkit);
    ASSERT_TRUE(waits_for(server, ".toolkit.md.Xa3f9Q"));
    EXPECT_EQ(title(server), kNow);
    writer.write(copied);
    fs::rename(content_ / "toolkits/lereporting/.toolkit.md.Xa3f9Q", content_ / kToolkit);
    ASSERT_TRUE(waits_for(server, kToolkit));
    EXPECT_EQ(title(server), kNow) << "renamed before it was closed";
}

TEST_F(HalfWritten, FileIsWaitedForWhenTheServerStarts) {
    const auto whole = retitled("The whole");
    Slowly writer(content_ / kToolkit);
    writer.write(whole.substr(0, whole.size() / 2));
    testing::Program program({"serve", "--port", "0", "--content", content_});
    std::jthread later([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds{1'500});
        writer.write(whole.substr(whole.size() / 2));
        writer.close();
    });
    const http::Address address{"127.0.0.1", testing::port_in(testing::line_with(program, "listening on http://127"))};
    testing::Client client(address);
    client.send(testing::get("/v1/toolkits/lereporting", "Connection: close\r\n"));
    EXPECT_EQ(json::parse(client.read().content)["data"]["title"], "The whole");
}

TEST_F(HalfWritten, FileIsNoReasonToStartWithoutContentWhereSomeWasKept) {
    const std::string state = folder_.path() + "/state";
    {
        const Serving server({"--content", content_, "--state-dir", state});
        ASSERT_TRUE(eventually([&] { return fs::exists(state + "/last-good-content.json"); }));
    }
    const Slowly writer(content_ / kToolkit);
    const Serving server({"--content", content_, "--state-dir", state});
    EXPECT_EQ(title(server), kNow);
    EXPECT_TRUE(waits_for(server, kToolkit));
}

TEST_F(HalfWritten, FileIsNotCheckedNorExported) {
    const Slowly writer(content_ / kToolkit);
    const auto names_it = [this](const testing::Ended& ended) {
        EXPECT_EQ(ended.exit_code, 2);
        EXPECT_NE(ended.err.find("waiting for " + (content_ / kToolkit).string()), std::string::npos) << ended.err;
    };
    testing::Ended checked;
    std::jthread check([&] { checked = testing::run({"check", content_}); });
    names_it(testing::run({"export", folder_.path() + "/mirror", "--content", content_}));
    check.join();
    names_it(checked);
    EXPECT_EQ(checked.out, "");
    EXPECT_FALSE(fs::exists(folder_.path() + "/mirror"));
}

TEST_F(HalfWritten, FileIsCheckedOnceItIsWhole) {
    const auto whole = read(content_ / kToolkit);
    Slowly writer(content_ / kToolkit);
    writer.write(whole.substr(0, 20));
    testing::Program check({"check", content_});
    std::this_thread::sleep_for(std::chrono::milliseconds{300});
    writer.write(whole.substr(20));
    writer.close();
    const auto ended = check.end();
    EXPECT_EQ(ended.exit_code, 0) << ended.out << ended.err;
}

TEST_F(HalfWritten, SettingsAreNotReadUntilTheyAreWhole) {
    const auto settings = folder_.write("service.toml", "max_age = 40\n");
    Serving server({"--content", content_, "--config", settings});
    Slowly writer(settings);
    writer.write("max_age = 2");
    server.program().signal(SIGHUP);
    const auto told = testing::line_with(server.program(), "the settings stay as they were: ");
    EXPECT_NE(told.find(settings + ": a process has it open for writing"), std::string::npos) << told;
    const auto check = json::parse(server.get("/healthz").content)["checks"]["settings:load"][0];
    EXPECT_EQ(check["status"], "warn");
    EXPECT_NE(check["output"].get<std::string>().find("open for writing"), std::string::npos) << check;
    writer.write("5\n");
    writer.close();
    EXPECT_TRUE(testing::line_with(server.program(), "settings that have changed").ends_with("changed: max_age"));
    testing::line_with(server.program(), " in place of ");
    EXPECT_NE(server.get("/v1/rights").field("Cache-Control").find("max-age=25"), std::string::npos);
}

}  // namespace
}  // namespace toolkitd::app
