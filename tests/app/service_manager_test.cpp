// What a service manager is told, by the real program.
#include <gtest/gtest.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "app/content_folder.h"
#include "app/program.h"
#include "app/serving.h"

namespace toolkitd::app {
namespace {

using testing::line_with;
using testing::Serving;

constexpr const char* kToolkit = "toolkits/lereporting/toolkit.md";

// The socket that a service manager listens on.
class Manager {
public:
    explicit Manager(const std::string& name) : socket_(socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0)) {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        name.copy(address.sun_path, sizeof address.sun_path - 1);
        if (address.sun_path[0] == '@') address.sun_path[0] = '\0';
        const auto length = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + name.size());
        EXPECT_EQ(bind(socket_, reinterpret_cast<const sockaddr*>(&address), length), 0);
        const timeval patience{100, 0};  // what is asked for while all is compressed waits for that
        setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    }
    ~Manager() { close(socket_); }
    Manager(const Manager&) = delete;
    Manager& operator=(const Manager&) = delete;

    // The next message; empty where none comes.
    std::string told() const {
        std::array<char, 4096> bytes;
        const auto count = recv(socket_, bytes.data(), bytes.size(), 0);
        return count > 0 ? std::string(bytes.data(), static_cast<std::size_t>(count)) : std::string();
    }

    // The next one that begins so.
    std::string told(std::string_view start) const {
        for (;;) {
            auto message = told();
            if (message.empty() || message.starts_with(start)) return message;
        }
    }

    // Throws away what was sent until now; false where nothing was.
    bool forget() const {
        std::array<char, 4096> bytes;
        bool any = false;
        while (recv(socket_, bytes.data(), bytes.size(), MSG_DONTWAIT) > 0) any = true;
        return any;
    }

private:
    int socket_;
};

// A thread of another process, held where it is until the end of this.
class Held {
public:
    explicit Held(pid_t thread) : thread_(thread) {
        EXPECT_EQ(ptrace(PTRACE_SEIZE, thread_, nullptr, nullptr), 0);
        EXPECT_EQ(ptrace(PTRACE_INTERRUPT, thread_, nullptr, nullptr), 0);
        EXPECT_EQ(waitpid(thread_, nullptr, __WALL), thread_);
    }
    ~Held() { ptrace(PTRACE_DETACH, thread_, nullptr, nullptr); }
    Held(const Held&) = delete;
    Held& operator=(const Held&) = delete;

private:
    pid_t thread_;
};

pid_t loop_of(pid_t process) {
    for (const auto& task : std::filesystem::directory_iterator("/proc/" + std::to_string(process) + "/task")) {
        std::string name;
        std::ifstream(task.path() / "comm") >> name;
        if (name == "toolkitd-loop") return std::stoi(task.path().filename());
    }
    throw std::runtime_error("no thread is a loop");
}

TEST(ServiceManager, is_told_when_it_listens_when_it_loads_and_when_it_ends) {
    const testing::TemporaryFolder folder;
    const Manager manager(folder.path() + "/notify");
    Serving server({}, {{"NOTIFY_SOCKET=" + folder.path() + "/notify"}});
    EXPECT_TRUE(manager.told().starts_with("READY=1\nSTATUS=serving content "));
    server.program().signal(SIGHUP);
    EXPECT_TRUE(manager.told().starts_with("RELOADING=1\nMONOTONIC_USEC="));
    EXPECT_TRUE(manager.told().starts_with("READY=1\nSTATUS=serving content "));
    server.program().signal(SIGTERM);
    EXPECT_TRUE(manager.told().starts_with("STOPPING=1\nSTATUS="));
}

TEST(ServiceManager, is_told_at_an_abstract_address) {
    const std::string name = "@toolkitd-test-" + std::to_string(getpid());
    const Manager manager(name);
    const Serving server({}, {{"NOTIFY_SOCKET=" + name}});
    EXPECT_TRUE(manager.told().starts_with("READY=1\n"));
}

TEST(ServiceManager, is_told_again_and_again_that_every_loop_turns_where_it_asks) {
    const testing::TemporaryFolder folder;
    const Manager manager(folder.path() + "/notify");
    const Serving server({"--threads", "3"}, {{"NOTIFY_SOCKET=" + folder.path() + "/notify", "WATCHDOG_USEC=200000"}});
    for (int i = 0; i < 3; ++i) EXPECT_EQ(manager.told("WATCHDOG=1"), "WATCHDOG=1");
}

TEST(ServiceManager, is_told_nothing_of_the_kind_while_a_loop_hangs) {
    const testing::TemporaryFolder folder;
    const Manager manager(folder.path() + "/notify");
    Serving server({"--threads", "2"}, {{"NOTIFY_SOCKET=" + folder.path() + "/notify", "WATCHDOG_USEC=8000"}});
    EXPECT_EQ(server.get("/livez").status, 200);  // by a loop, which has its name then
    {
        const Held held(loop_of(server.program().process()));
        line_with(server.program(), "a loop hangs");
        manager.forget();
        server.program().signal(SIGHUP);  // a load takes longer than the steps in which it would be told
        int told = 0;
        for (auto message = manager.told(); !message.starts_with("READY=1"); message = manager.told()) {
            ASSERT_FALSE(message.empty());
            if (message == "WATCHDOG=1") ++told;
        }
        EXPECT_LE(told, 1);  // of what the loop had shown before
    }
    line_with(server.program(), "every loop turns again");
    EXPECT_EQ(manager.told("WATCHDOG=1"), "WATCHDOG=1");
}

TEST(ServiceManager, is_told_that_all_is_well_where_no_descriptor_is_left) {
    const testing::TemporaryFolder folder;
    const Manager manager(folder.path() + "/notify");
    Serving server({}, {{"NOTIFY_SOCKET=" + folder.path() + "/notify", "WATCHDOG_USEC=8000"}});
    line_with(server.program(), "compressed");
    const rlimit limit{4, 4};  // fewer than are open; poll(2) takes as many
    ASSERT_EQ(prlimit(server.program().process(), RLIMIT_NOFILE, &limit, nullptr), 0);
    manager.forget();
    for (int i = 0; i < 10; ++i) EXPECT_EQ(manager.told(), "WATCHDOG=1");
}

TEST(ServiceManager, is_told_why_a_load_failed) {
    const testing::TemporaryFolder folder;
    const auto content = std::filesystem::path(folder.path()) / "content";
    std::filesystem::copy(testing::kContent, content, std::filesystem::copy_options::recursive);
    const Manager manager(folder.path() + "/notify");
    Serving server({"--content", content}, {{"NOTIFY_SOCKET=" + folder.path() + "/notify"}});
    const auto ready = manager.told();
    std::ofstream(content / kToolkit) << "---\ntitel: Nothing\n---\n";
    EXPECT_TRUE(manager.told().starts_with("RELOADING=1"));
    EXPECT_EQ(manager.told(), ready + "; what came after it was not loaded: the content in " + content.string() +
                                  " has faults; nothing of it is served");
}

TEST(ServiceManager, is_told_of_no_load_once_it_was_told_of_the_end) {
    const testing::TemporaryFolder folder;
    const Manager manager(folder.path() + "/notify");
    Serving server({"--drain-delay", "600"}, {{"NOTIFY_SOCKET=" + folder.path() + "/notify"}});
    EXPECT_TRUE(manager.told().starts_with("READY=1"));
    server.program().signal(SIGHUP);
    EXPECT_TRUE(manager.told().starts_with("RELOADING=1"));
    server.program().signal(SIGTERM);
    for (auto message = manager.told(); !message.starts_with("STOPPING=1"); message = manager.told()) {
        EXPECT_TRUE(message.starts_with("READY=1")) << message;
    }
    line_with(server.program(), "is unchanged");
    server.program().signal(SIGTERM);
    EXPECT_EQ(server.program().end().exit_code, 0);
    EXPECT_FALSE(manager.forget());
}

TEST(ServiceManager, is_not_told_so_where_it_asks_another_process) {
    const testing::TemporaryFolder folder;
    const Manager manager(folder.path() + "/notify");
    Serving server({}, {{"NOTIFY_SOCKET=" + folder.path() + "/notify", "WATCHDOG_USEC=1000", "WATCHDOG_PID=1"}});
    EXPECT_TRUE(manager.told().starts_with("READY=1\n"));
    server.program().signal(SIGTERM);
    EXPECT_TRUE(manager.told().starts_with("STOPPING=1\n"));
}

TEST(ServiceManager, that_is_gone_is_not_missed) {
    const Serving server({}, {{"NOTIFY_SOCKET=/nowhere/notify", "WATCHDOG_USEC=10000"}});
    EXPECT_EQ(server.get("/livez").status, 200);
}

}  // namespace
}  // namespace toolkitd::app
