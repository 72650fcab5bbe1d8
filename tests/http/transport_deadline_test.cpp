// Clients that take their time. The settings are short, and where a test has to let time pass it waits for another
// client of the same server to be closed, never for the clock.
#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <string_view>

#include "http/answering.h"
#include "http/client.h"
#include "http/running_server.h"

namespace toolkitd::http {
namespace {

using std::chrono::milliseconds;
using testing::Client;
using testing::get;
using testing::RunningServer;

constexpr milliseconds kShort{50};
constexpr milliseconds kLong{600};  // for what a test does in two steps, between which a busy machine may pause
constexpr milliseconds kLonger{1'200};
constexpr milliseconds kNever{600'000};
constexpr std::size_t kLarge = 20'000'000;  // more than the buffers between server and client hold

TransportSettings times(milliseconds request, milliseconds idle, milliseconds write) {
    TransportSettings settings;
    settings.request_time = request;
    settings.idle_time = idle;
    settings.write_time = write;
    return settings;
}

testing::Answering answering_large() {
    return testing::Answering([](const Request& request) {
        return testing::text_response(request.path == "/large" ? std::string(kLarge, 'x') : std::string(request.path));
    });
}

void expect_timeout(Client& client, std::string_view what) {
    const auto answer = client.read();
    EXPECT_EQ(answer.status, 408) << what;
    EXPECT_EQ(answer.field("Connection"), "close") << what;
    EXPECT_EQ(client.read_to_end(), "") << what;
}

TEST(Deadline, of_a_request_begins_with_its_first_byte) {
    const auto handler = testing::echoing_paths();
    const RunningServer server(handler, times(kShort, kNever, kNever));
    for (const std::string_view part : {"G", "GET / HTTP/1.1\r\n", "GET / HTTP/1.1\r\nHost: x\r\n\r"}) {
        Client client(server.address());
        client.send(part);
        expect_timeout(client, part);
    }
}

TEST(Deadline, of_a_request_covers_its_content) {
    const auto handler = testing::echoing_paths();
    const RunningServer server(handler, times(kShort, kNever, kNever));
    for (const std::string_view framing :
         {"Content-Length: 5\r\n\r\n", "Content-Length: 5\r\n\r\nabcd", "Transfer-Encoding: chunked\r\n\r\n",
          "Transfer-Encoding: chunked\r\n\r\n5\r\nhel"}) {
        Client client(server.address());
        client.send("POST / HTTP/1.1\r\nHost: x\r\n" + std::string(framing));
        expect_timeout(client, framing);
    }
}

TEST(Deadline, of_a_request_is_its_own_behind_another) {
    const auto handler = testing::echoing_paths();
    const RunningServer server(handler, times(kShort, kNever, kNever));
    for (const std::string_view part : {"GET /2", "POST /2 HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\n"}) {
        Client client(server.address());
        client.send(get("/1") + std::string(part));
        EXPECT_EQ(client.read().content, "/1");
        expect_timeout(client, part);
    }
}

TEST(Deadline, of_a_request_is_not_moved_by_bytes_that_drip_in) {
    const auto handler = testing::echoing_paths();
    const RunningServer server(handler, times(kShort, kNever, kNever));
    Client client(server.address());
    client.send("GET / HTTP/1.1\r\nX: ");
    int sent = 0;
    while (!client.readable_within(5) && sent < 5'000) {
        client.send("x");
        ++sent;
    }
    EXPECT_EQ(client.read().status, 408) << sent;
}

TEST(Deadline, of_an_idle_connection_ends_it_without_a_word) {
    const auto handler = testing::echoing_paths();
    const RunningServer server(handler, times(kNever, kLong, kNever));
    Client silent(server.address());
    Client served(server.address());
    served.send(get("/"));
    EXPECT_EQ(served.read().content, "/");
    EXPECT_EQ(served.read_to_end(), "");
    EXPECT_EQ(silent.read_to_end(), "");
}

TEST(Deadline, of_an_idle_connection_is_not_moved_by_empty_lines) {
    const auto handler = testing::echoing_paths();
    const RunningServer server(handler, times(kNever, kShort, kNever));
    Client client(server.address());
    bool closed = false;
    for (int i = 0; i < 500 && !closed; ++i) {
        client.send("\r\n");
        closed = client.readable_within(10);
    }
    EXPECT_TRUE(closed);
}

TEST(Deadline, of_idleness_does_not_cut_a_request_short) {
    const auto handler = testing::echoing_paths();
    const RunningServer server(handler, times(kNever, kLong, kNever));
    Client busy(server.address());
    busy.send("GET /busy HTTP/1.1\r\n");
    Client idle(server.address());
    EXPECT_EQ(idle.read_to_end(), "");
    busy.send("Host: x\r\n\r\n");
    EXPECT_EQ(busy.read().content, "/busy");
}

TEST(Deadline, of_writing_ends_a_connection_whose_client_takes_nothing) {
    const auto handler = answering_large();
    const RunningServer server(handler, times(kLong, kNever, kShort));
    Client stuck(server.address());
    stuck.send(get("/large"));
    Client later(server.address());
    later.send("GET");
    expect_timeout(later, "a clock for the test");
    EXPECT_LT(stuck.read_to_end().size(), kLarge);
}

TEST(Deadline, of_writing_alone_bounds_how_long_an_answer_may_take) {
    const auto handler = answering_large();
    const RunningServer server(handler, times(kLong, kLonger, kNever));
    Client slow(server.address());
    const std::string request = get("/large");
    slow.send(request.substr(0, 10));
    slow.readable_within(5);
    slow.send(request.substr(10));
    Client idle(server.address());
    EXPECT_EQ(idle.read_to_end(), "");
    EXPECT_EQ(slow.read().content.size(), kLarge);
}

TEST(Deadline, of_a_request_does_not_begin_with_empty_lines) {
    const auto handler = testing::echoing_paths();
    const RunningServer server(handler, times(kLong, kNever, kNever));
    Client client(server.address());
    client.send(get("/1") + "\r\n");
    EXPECT_EQ(client.read().content, "/1");
    for (const std::string_view piece : {"\r", "\n", "\r\n"}) {
        client.readable_within(2);
        client.send(piece);
    }
    Client later(server.address());
    later.send("GET");
    expect_timeout(later, "a clock for the test");
    client.send(get("/2"));
    EXPECT_EQ(client.read().content, "/2");
}

TEST(Deadline, is_over_when_the_request_is_answered) {
    const auto handler = testing::echoing_paths();
    const RunningServer server(handler, times(kLong, kNever, kNever));
    Client client(server.address());
    client.send("GET /1 HTTP/1.1\r\n");
    client.send("Host: x\r\n\r\n");
    EXPECT_EQ(client.read().content, "/1");
    Client later(server.address());
    later.send("GET");
    expect_timeout(later, "a clock for the test");
    client.send(get("/2"));
    EXPECT_EQ(client.read().content, "/2");
}

}  // namespace
}  // namespace toolkitd::http
