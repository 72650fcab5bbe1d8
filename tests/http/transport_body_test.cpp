// The content of requests: passed over, and never taken for a request.
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

std::string post(std::string_view path, std::string_view content, std::string_view fields = {}) {
    return "POST " + std::string(path) + " HTTP/1.1\r\nHost: x\r\n" + std::string(fields) +
           "Content-Length: " + std::to_string(content.size()) + "\r\n\r\n" + std::string(content);
}

std::string chunked(std::string_view path, std::string_view chunks) {
    return "POST " + std::string(path) + " HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n" +
           std::string(chunks);
}

TEST(RequestContent, is_passed_over) {
    const auto handler = testing::echoing_paths();
    const RunningServer server(handler);
    Client client(server.address());
    client.send(post("/1", "hello") + get("/2") + chunked("/3", "5;x\r\nhello\r\n0\r\nA: b\r\n\r\n") + get("/4") +
                post("/5", ""));
    for (const std::string_view path : {"/1", "/2", "/3", "/4", "/5"}) EXPECT_EQ(client.read().content, path);
}

TEST(RequestContent, is_never_taken_for_a_request) {
    const auto handler = testing::echoing_paths();
    const RunningServer server(handler);
    const std::string smuggled = get("/smuggled");
    Client client(server.address());
    client.send(post("/1", smuggled) +
                chunked("/2", "27\r\n" + smuggled + std::string(0x27 - smuggled.size(), ' ') + "\r\n0\r\n\r\n") +
                "GET /3 HTTP/1.1\r\nHost: x\r\nContent-Length: " + std::to_string(smuggled.size()) + "\r\n\r\n" +
                smuggled + get("/4"));
    for (const std::string_view path : {"/1", "/2", "/3", "/4"}) EXPECT_EQ(client.read().content, path);
    client.finish();
    EXPECT_EQ(client.read_to_end(), "");
}

TEST(RequestContent, may_be_split_anywhere) {
    const auto handler = testing::echoing_paths();
    const RunningServer server(handler);
    const std::string bytes = post("/1", "12345") + chunked("/2", "2;a\r\nxy\r\n0\r\nA: b\r\n\r\n") + get("/3");
    for (std::size_t split = 0; split <= bytes.size(); ++split) {
        Client client(server.address());
        client.send(bytes.substr(0, split));
        client.readable_within(2);
        client.send(bytes.substr(split));
        for (const std::string_view path : {"/1", "/2", "/3"}) ASSERT_EQ(client.read().content, path) << split;
    }
}

TEST(RequestContent, may_come_a_byte_at_a_time_with_the_next_request_behind_it) {
    const auto handler = testing::echoing_paths();
    const RunningServer server(handler);
    Client client(server.address());
    for (const char c : chunked("/1", "3\r\nabc\r\n0\r\n\r\n") + post("/2", "x") + get("/3")) client.send({&c, 1});
    for (const std::string_view path : {"/1", "/2", "/3"}) EXPECT_EQ(client.read().content, path);
}

TEST(RequestContent, that_is_too_large_is_refused_before_it_has_come) {
    const auto handler = testing::echoing_paths();
    TransportSettings settings;
    settings.body_bytes = 1'000;
    const RunningServer server(handler, settings);
    Client fits(server.address());
    fits.send(post("/fits", std::string(1'000, 'x')));
    EXPECT_EQ(fits.read().content, "/fits");

    Client announced(server.address());
    announced.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1001\r\n\r\n");
    EXPECT_EQ(announced.read().status, 413);
    EXPECT_EQ(announced.read_to_end(), "");

    Client endless(server.address());
    endless.send(chunked("/", "FFFFFF\r\n" + std::string(2'000, 'x')));
    EXPECT_EQ(endless.read().status, 413);
    EXPECT_EQ(endless.read_to_end(), "");
}

TEST(RequestContent, with_broken_chunks_is_refused_and_nothing_behind_it_answered) {
    const auto handler = testing::echoing_paths();
    const RunningServer server(handler);
    for (const std::string_view chunks :
         {"x\r\n", "5\nhello\r\n0\r\n\r\n", "2\r\nhello\r\n0\r\n\r\n", "0\r\nA: b\n\r\n"}) {
        Client client(server.address());
        client.send(chunked("/1", chunks) + get("/2"));
        const auto answer = client.read();
        EXPECT_EQ(answer.status, 400) << chunks;
        EXPECT_EQ(answer.field("Connection"), "close") << chunks;
        EXPECT_EQ(client.read_to_end(), "") << chunks;
    }
}

// RFC 9110 section 10.1.1: who waits to be told to go on gets the final answer at once, and the connection is closed,
// as nobody can know whether the content will come.
TEST(RequestContent, is_not_waited_for_where_the_client_waits_to_be_told_to_go_on) {
    const auto handler = testing::echoing_paths();
    const RunningServer server(handler);
    for (const std::string_view framing : {"Content-Length: 5\r\n", "Transfer-Encoding: chunked\r\n"}) {
        Client client(server.address());
        client.send("POST /1 HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\n" + std::string(framing) + "\r\n");
        const auto answer = client.read();
        EXPECT_EQ(answer.content, "/1") << framing;
        EXPECT_EQ(answer.field("Connection"), "close") << framing;
        client.send("hello");
        EXPECT_EQ(client.read_to_end(), "") << framing;
    }
}

TEST(RequestContent, that_is_expected_and_none_keeps_the_connection) {
    const auto handler = testing::echoing_paths();
    const RunningServer server(handler);
    Client client(server.address());
    client.send(get("/1", "Expect: 100-continue\r\n") + get("/2"));
    EXPECT_EQ(client.read().field("Connection"), "keep-alive");
    EXPECT_EQ(client.read().content, "/2");
}

}  // namespace
}  // namespace toolkitd::http
