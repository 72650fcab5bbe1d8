// How the bytes of requests arrive, and how connections go on after them.
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "http/answering.h"
#include "http/client.h"
#include "http/running_server.h"

namespace toolkitd::http {
namespace {

using testing::Client;
using testing::get;
using testing::RunningServer;

// A byte in a packet of its own: Nagle's delay is off, and each is a call.
void send_slowly(Client& client, std::string_view bytes) {
    for (const char c : bytes) client.send({&c, 1});
}

TEST(Arrival, may_be_a_byte_at_a_time) {
    const auto handler = testing::echoing_paths();
    const RunningServer server(handler);
    Client client(server.address());
    for (int i = 0; i < 3; ++i) {
        send_slowly(client, get("/slow", "X: a\r\nY: b\r\n"));
        EXPECT_EQ(client.read().content, "/slow");
    }
}

TEST(Arrival, may_be_split_anywhere) {
    const auto handler = testing::echoing_paths();
    const RunningServer server(handler);
    const std::string bytes = "\r\n" + get("/1") + "\r\n\r\n" + get("/2");
    for (std::size_t split = 0; split <= bytes.size(); ++split) {
        Client client(server.address());
        client.send(bytes.substr(0, split));
        client.readable_within(2);  // gives the server the time to see the first part alone; no harm where it does not
        client.send(bytes.substr(split));
        EXPECT_EQ(client.read().content, "/1") << split;
        EXPECT_EQ(client.read().content, "/2") << split;
    }
}

TEST(Arrival, may_begin_with_empty_lines) {
    const auto handler = testing::echoing_paths();
    const RunningServer server(handler);
    Client client(server.address());
    client.send("\r\n\r\n\r\n" + get("/1"));
    EXPECT_EQ(client.read().content, "/1");
    for (const std::string_view piece : {"\r", "\n", "\r\n\r", "\n"}) {
        client.send(piece);
        client.readable_within(2);
    }
    client.send(get("/2"));
    EXPECT_EQ(client.read().content, "/2");
}

TEST(Arrival, of_half_a_request_and_no_more_is_closed_without_an_answer) {
    const auto handler = testing::echoing_paths();
    const RunningServer server(handler);
    for (const std::string_view half :
         {"", "G", "GET / HTTP/1.1\r\nHost: x\r\n", "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nhalf"}) {
        Client client(server.address());
        client.send(half);
        client.finish();
        EXPECT_EQ(client.read_to_end(), "") << half;
    }
}

TEST(Arrival, of_a_last_request_is_answered_though_the_client_sends_no_more) {
    const auto handler = testing::echoing_paths();
    const RunningServer server(handler);
    Client client(server.address());
    client.send(get("/last"));
    client.finish();
    EXPECT_EQ(client.read().content, "/last");
    EXPECT_EQ(client.read_to_end(), "");
}

TEST(Arrival, in_http_1_0_is_answered_once_unless_the_client_asks_for_more) {
    const auto handler = testing::echoing_paths();
    const RunningServer server(handler);
    Client once(server.address());
    once.send("GET /1 HTTP/1.0\r\n\r\nGET /2 HTTP/1.0\r\n\r\n");
    const auto answer = once.read();
    EXPECT_EQ(answer.content, "/1");
    EXPECT_EQ(answer.field("Connection"), "close");
    EXPECT_EQ(once.read_to_end(), "");

    Client more(server.address());
    more.send("GET /1 HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
    EXPECT_EQ(more.read().field("Connection"), "keep-alive");
    more.send("GET /2 HTTP/1.0\r\n\r\n");
    EXPECT_EQ(more.read().content, "/2");
    EXPECT_EQ(more.read_to_end(), "");
}

TEST(Arrival, in_1_1_keeps_the_connection_open) {
    const auto handler = testing::echoing_paths();
    const RunningServer server(handler);
    Client client(server.address());
    for (int i = 0; i < 100; ++i) {
        client.send(get("/" + std::to_string(i)));
        const auto answer = client.read();
        ASSERT_EQ(answer.content, "/" + std::to_string(i));
        ASSERT_EQ(answer.field("Connection"), "keep-alive");
    }
}

TEST(Arrival, is_dated_by_the_clock) {
    const auto handler = testing::echoing_paths();
    const RunningServer server(handler);
    Client client(server.address());
    client.send(get("/") + "broken\r\n\r\n");
    EXPECT_EQ(client.read().field("Date"), "Wed, 28 Aug 2024 04:00:00 GMT");
    EXPECT_EQ(client.read().field("Date"), "Wed, 28 Aug 2024 04:00:00 GMT");
}

}  // namespace
}  // namespace toolkitd::http
