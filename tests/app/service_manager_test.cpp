// What a service manager is told, by the real program.
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstddef>
#include <string>
#include <string_view>

#include "app/content_folder.h"
#include "app/program.h"
#include "app/serving.h"

namespace toolkitd::app {
namespace {

using testing::Serving;

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

private:
    int socket_;
};

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
