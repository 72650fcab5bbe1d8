// Many requests on one connection, sent at once.
#include <gtest/gtest.h>

#include <atomic>
#include <string>

#include "http/answering.h"
#include "http/client.h"
#include "http/running_server.h"

namespace toolkitd::http {
namespace {

using testing::Client;
using testing::get;
using testing::RunningServer;

std::string path(int number) { return "/" + std::to_string(number); }

std::string requests(int count) {
    std::string bytes;
    for (int i = 0; i < count; ++i) bytes += get(path(i));
    return bytes;
}

void expect_answers(Client& client, int count) {
    for (int i = 0; i < count; ++i) ASSERT_EQ(client.read().content, path(i));
}

TEST(Pipeline, is_answered_whole_and_in_order) {
    const auto handler = testing::echoing_paths();
    const RunningServer server(handler);
    for (const int count : {1, 2, 10, 63, 64, 65, 129, 1'000}) {
        Client client(server.address());
        client.send(requests(count));
        expect_answers(client, count);
        client.send(get("/after"));
        EXPECT_EQ(client.read().content, "/after") << count;
    }
}

TEST(Pipeline, of_a_client_that_sends_no_more_is_answered_and_then_closed) {
    const auto handler = testing::echoing_paths();
    const RunningServer server(handler);
    for (const int count : {1, 10, 1'000}) {
        Client client(server.address());
        client.send(requests(count));
        client.finish();
        expect_answers(client, count);
        EXPECT_EQ(client.read_to_end(), "") << count;
    }
}

TEST(Pipeline, ends_with_the_request_that_closes) {
    const auto handler = testing::echoing_paths();
    const RunningServer server(handler);
    Client client(server.address());
    client.send(get("/1") + get("/2", "Connection: close\r\n") + get("/3"));
    EXPECT_EQ(client.read().content, "/1");
    const auto last = client.read();
    EXPECT_EQ(last.content, "/2");
    EXPECT_EQ(last.field("Connection"), "close");
    EXPECT_EQ(client.read_to_end(), "");
}

TEST(Pipeline, ends_with_the_request_that_is_refused) {
    const auto handler = testing::echoing_paths();
    const RunningServer server(handler);
    Client client(server.address());
    client.send(get("/1") + "GET /2 HTTP/1.1\r\n\r\n" + get("/3"));
    EXPECT_EQ(client.read().content, "/1");
    EXPECT_EQ(client.read().status, 400);
    EXPECT_EQ(client.read_to_end(), "");
}

TEST(Pipeline, mixes_answers_with_and_without_content) {
    const auto handler = testing::echoing_paths();
    const RunningServer server(handler);
    Client client(server.address());
    client.send("HEAD /1 HTTP/1.1\r\nHost: x\r\n\r\n" + get("/2") + "HEAD /3 HTTP/1.1\r\nHost: x\r\n\r\n" + get("/4"));
    EXPECT_EQ(client.read(true).field("Content-Length"), "2");
    EXPECT_EQ(client.read().content, "/2");
    EXPECT_EQ(client.read(true).field("Content-Length"), "2");
    EXPECT_EQ(client.read().content, "/4");
}

TEST(Pipeline, of_large_answers_waits_for_a_slow_reader_and_holds_up_nobody_else) {
    const testing::Answering handler([](const Request& request) {
        return testing::text_response(std::string(request.path) +
                                      std::string(request.path == "/quick" ? 0 : 100'000, '.'));
    });
    const RunningServer server(handler);
    constexpr int kCount = 300;  // thirty megabytes: more than any buffer in between
    Client slow(server.address());
    slow.send(requests(kCount));
    ASSERT_TRUE(slow.readable_within(30'000));

    Client quick(server.address());
    quick.send(get("/quick"));
    EXPECT_EQ(quick.read().content, "/quick");

    for (int i = 0; i < kCount; ++i) {
        const auto content = slow.read().content;
        ASSERT_EQ(content.size(), path(i).size() + 100'000) << i;
        ASSERT_TRUE(content.starts_with(path(i) + ".")) << i;
    }
}

TEST(Pipeline, of_large_answers_is_not_answered_ahead_of_a_slow_reader_without_bound) {
    constexpr std::size_t kLarge = 4'000'000;  // no more than a few fit into the machine's buffers
    std::atomic<int> answered{0};
    const testing::Answering handler([&](const Request& request) {
        if (request.path == "/quick") return testing::text_response("quick");
        ++answered;
        return testing::text_response(std::string(kLarge, '.'));
    });
    const RunningServer server(handler);
    Client slow(server.address());
    slow.send(requests(100));
    ASSERT_TRUE(slow.readable_within(30'000));

    Client quick(server.address());
    quick.send(get("/quick"));
    EXPECT_EQ(quick.read().content, "quick");

    EXPECT_LE(answered, 24);
    for (int i = 0; i < 100; ++i) ASSERT_EQ(slow.read().content.size(), kLarge) << i;
}

TEST(Pipeline, is_kept_apart_from_those_of_other_clients) {
    const auto handler = testing::echoing_paths();
    TransportSettings settings;
    settings.loops = 2;
    const RunningServer server(handler, settings);
    Client one(server.address());
    Client two(server.address());
    for (int i = 0; i < 100; ++i) {
        one.send(get("/one"));
        two.send(get("/two") + get("/three"));
    }
    for (int i = 0; i < 100; ++i) {
        ASSERT_EQ(one.read().content, "/one");
        ASSERT_EQ(two.read().content, "/two");
        ASSERT_EQ(two.read().content, "/three");
    }
}

}  // namespace
}  // namespace toolkitd::http
