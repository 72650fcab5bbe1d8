// Many clients at once.
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "http/answering.h"
#include "http/client.h"
#include "http/running_server.h"

namespace toolkitd::http {
namespace {

using testing::Client;
using testing::get;
using testing::RunningServer;

TransportSettings on_loops(unsigned loops) {
    TransportSettings settings;
    settings.loops = loops;
    return settings;
}

TEST(Crowd, of_idle_clients_keeps_nobody_from_being_answered) {
    const auto handler = testing::echoing_paths();
    const RunningServer server(handler);
    std::vector<Client> idle;
    for (int i = 0; i < 300; ++i) idle.emplace_back(server.address());
    Client last(server.address());
    last.send(get("/last"));
    EXPECT_EQ(last.read().content, "/last");
    for (auto& client : idle) client.send(get("/awake"));
    for (auto& client : idle) ASSERT_EQ(client.read().content, "/awake");
}

TEST(Crowd, of_clients_in_the_midst_of_a_request_keeps_nobody_from_being_answered) {
    const auto handler = testing::echoing_paths();
    const RunningServer server(handler);
    std::vector<Client> slow;
    for (int i = 0; i < 100; ++i) {
        slow.emplace_back(server.address());
        slow.back().send(i % 2 == 0 ? "GET /slow HTTP/1.1\r\nHo"
                                    : "POST /slow HTTP/1.1\r\nHost: x\r\nContent-Length: 7\r\n\r\n");
    }
    Client last(server.address());
    last.send(get("/last"));
    EXPECT_EQ(last.read().content, "/last");
    for (std::size_t i = 0; i < slow.size(); ++i) slow[i].send(i % 2 == 0 ? "st: x\r\n\r\n" : "content");
    for (auto& client : slow) ASSERT_EQ(client.read().content, "/slow");
}

TEST(Crowd, is_answered_by_several_threads_each_client_with_its_own_answers) {
    const auto handler = testing::echoing_paths();
    const RunningServer server(handler, on_loops(3));
    std::vector<std::thread> clients;
    for (int number = 0; number < 8; ++number) {
        clients.emplace_back([&server, number] {
            const std::string path = "/client-" + std::to_string(number);
            for (int round = 0; round < 5; ++round) {
                Client client(server.address());
                client.send(get(path) + get(path) + get(path, "Connection: close\r\n"));
                for (int i = 0; i < 3; ++i) EXPECT_EQ(client.read().content, path);
                EXPECT_EQ(client.read_to_end(), "");
            }
        });
    }
    for (auto& client : clients) client.join();
}

TEST(Crowd, may_come_and_go_without_a_word) {
    const auto handler = testing::echoing_paths();
    const RunningServer server(handler, on_loops(2));
    for (int i = 0; i < 200; ++i) {
        Client gone(server.address());
        if (i % 2 == 0) gone.send(i % 4 == 0 ? "GET / HT" : get("/unread"));
    }
    Client last(server.address());
    last.send(get("/last"));
    EXPECT_EQ(last.read().content, "/last");
}

}  // namespace
}  // namespace toolkitd::http
