// A server that takes nobody more, and whom it still waits for.
#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <vector>

#include "http/answering.h"
#include "http/client.h"
#include "http/running_server.h"

namespace toolkitd::http {
namespace {

using testing::Client;
using testing::get;
using testing::RunningServer;

constexpr std::chrono::milliseconds kNever{600'000};
constexpr int kReadable = 30'000;           // milliseconds that a busy machine may take
constexpr std::size_t kLarge = 20'000'000;  // more than the buffers between server and client hold

TransportSettings patient(unsigned loops) {
    TransportSettings settings;
    settings.loops = loops;
    settings.request_time = kNever;
    settings.idle_time = kNever;
    settings.write_time = kNever;
    return settings;
}

TEST(Drain, gives_slow_readers_their_last_byte_and_does_not_wait_for_what_they_might_ask_next) {
    const testing::Answering handler([](const Request&) { return testing::text_response(std::string(kLarge, 'x')); });
    RunningServer server(handler, patient(2));
    std::vector<Client> slow;
    for (int i = 0; i < 4; ++i) {
        slow.emplace_back(server.address());
        slow.back().send(get("/"));
        ASSERT_TRUE(slow.back().readable_within(kReadable));
    }
    server.transport().end_connections();
    server.transport().drain();
    for (auto& client : slow) {
        const auto answer = client.read();
        EXPECT_EQ(answer.content.size(), kLarge);
        EXPECT_EQ(answer.field("Connection"), "keep-alive");  // that was said before
        EXPECT_EQ(client.read_to_end(), "");
    }
}

TEST(Drain, does_not_wait_for_a_client_that_sends_empty_lines) {
    const auto handler = testing::echoing_paths();
    RunningServer server(handler, patient(1));
    Client client(server.address());
    client.send(get("/"));
    EXPECT_EQ(client.read().content, "/");
    server.transport().end_connections();
    server.transport().drain();
    int lines = 0;
    for (; lines < 200 && !client.readable_within(50); ++lines) client.send("\r\n");
    EXPECT_LT(lines, 200);
    EXPECT_EQ(client.read_to_end(), "");
}

TEST(Drain, does_not_wait_for_who_came_last_and_asks_for_nothing) {
    const auto handler = testing::echoing_paths();
    RunningServer server(handler, patient(2));
    Client late(server.address());
    server.transport().drain();
    EXPECT_EQ(late.read_to_end(), "");
}

}  // namespace
}  // namespace toolkitd::http
