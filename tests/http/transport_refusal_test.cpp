// What is not taken for a request: refused at once, and the connection closed.
#include <gtest/gtest.h>

#include <array>
#include <string>
#include <string_view>

#include "http/answering.h"
#include "http/client.h"
#include "http/running_server.h"
#include "http/served_site.h"
#include "support/catalogues.h"

namespace toolkitd::http {
namespace {

using testing::Client;
using testing::get;
using testing::RunningServer;

struct Broken {
    std::string bytes;
    int status;
};

TEST(Refusal, closes_and_answers_nothing_that_follows) {
    const auto handler = testing::echoing_paths();
    const RunningServer server(handler);
    for (const auto& [bytes, status] : {
             Broken{"GET / HTTP/1.1\r\n\r\n", 400},
             Broken{"GET / HTTP/2.0\r\nHost: x\r\n\r\n", 505},
             Broken{"BREW / HTTP/1.1\r\nHost: x\r\n\r\n", 501},
             Broken{"GET / HTTP/1.1\r\nHost: x\r\nX : y\r\n\r\n", 400},
             Broken{"GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n", 400},
             Broken{"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip, chunked\r\n\r\n", 501},
             Broken{"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip\r\n\r\n", 400},
             Broken{"CONNECT x:1 HTTP/1.1\r\nHost: x\r\n\r\n", 405},
             Broken{get("/" + std::string(8'000, 'a')), 414},
             Broken{"GET / HTTP/1.1\nHost: x\n\n", 400},
         }) {
        Client client(server.address());
        client.send(bytes + get("/next"));
        const auto answer = client.read();
        EXPECT_EQ(answer.status, status) << bytes;
        EXPECT_EQ(answer.field("Connection"), "close") << bytes;
        EXPECT_EQ(answer.field("Content-Type"), "application/problem+json") << bytes;
        EXPECT_EQ(client.read_to_end(), "") << bytes;
    }
}

TEST(Refusal, does_not_wait_for_the_end_of_what_is_broken_already) {
    const auto handler = testing::echoing_paths();
    const RunningServer server(handler);
    for (const auto& [bytes, status] : {
             Broken{"GET / HTTP/1.1\n", 400},
             Broken{"\n", 400},
             Broken{"GET / HTTP/1.1\r\nHost: x\r\nX: y\n", 400},
             Broken{"GET /" + std::string(20'000, 'a'), 414},
             Broken{"GET / HTTP/1.1\r\nHost: x\r\nCookie: " + std::string(20'000, 'a'), 431},
         }) {
        Client client(server.address());
        client.send(bytes);
        EXPECT_EQ(client.read().status, status) << bytes.substr(0, 40);
        EXPECT_EQ(client.read_to_end(), "") << bytes.substr(0, 40);
    }
}

TEST(Refusal, of_a_large_head_comes_at_the_limit_and_not_before) {
    const auto handler = testing::echoing_paths();
    const RunningServer server(handler);
    const std::size_t most = HeadLimits{}.head_bytes;
    const std::string rest = get("/", "Cookie: \r\n");
    Client fits(server.address());
    fits.send(get("/", "Cookie: " + std::string(most - rest.size(), 'a') + "\r\n"));
    EXPECT_EQ(fits.read().content, "/");
    Client larger(server.address());
    larger.send(get("/", "Cookie: " + std::string(most - rest.size() + 1, 'a') + "\r\n"));
    EXPECT_EQ(larger.read().status, 431);
}

TEST(Refusal, of_a_large_head_looks_at_nothing_behind_the_limit) {
    const auto handler = testing::echoing_paths();
    const RunningServer server(handler);
    Client client(server.address());
    client.send("GET / HTTP/1.1\r\nHost: x\r\nX: " + std::string(20'000, 'a') + "\n");
    EXPECT_EQ(client.read().status, 431);
}

TEST(Refusal, of_head_has_no_content) {
    const auto handler = testing::echoing_paths();
    const RunningServer server(handler);
    for (const std::string_view bytes :
         {"HEAD / HTTP/1.1\r\n\r\n", "HEAD / HTTP/2.0\r\nHost: x\r\n\r\n", "HEAD / HTTP/1.1\n",
          "HEAD / HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999\r\n\r\n"}) {
        Client client(server.address());
        client.send(bytes);
        EXPECT_GE(client.read(true).status, 400) << bytes;
        EXPECT_EQ(client.read_to_end(), "") << bytes;
    }
}

TEST(Refusal, is_read_by_a_client_that_sends_on_and_on) {
    const auto handler = testing::echoing_paths();
    const RunningServer server(handler);
    Client client(server.address());
    client.send("GET / HTTP/1.1\r\n\r\n");
    const std::string more(100'000, 'x');
    for (int i = 0; i < 20; ++i) client.send(more);
    EXPECT_EQ(client.read().status, 400);
}

TEST(Refusal, bears_what_every_answer_bears) {
    const testing::ServedSite site(testing::small_catalogue(), testing::kSwitch);
    const RunningServer server(site.service);
    Client client(server.address());
    client.send("broken\r\n\r\n");
    const auto answer = client.read();
    EXPECT_EQ(answer.field("Access-Control-Allow-Origin"), "*");
    EXPECT_EQ(answer.field("X-Content-Type-Options"), "nosniff");
    EXPECT_EQ(answer.field("Cache-Control"), "no-store");
    EXPECT_EQ(answer.field("Date"), "Wed, 28 Aug 2024 04:00:00 GMT");
    EXPECT_EQ(nlohmann::json::parse(answer.content)["type"], "/v1/problems/bad-request");
}

TEST(Refusal, of_one_client_is_no_concern_of_another) {
    const auto handler = testing::echoing_paths();
    const RunningServer server(handler);
    Client good(server.address());
    good.send("GET /good HTTP/1.1\r\n");
    Client bad(server.address());
    bad.send("bad\r\n\r\n");
    EXPECT_EQ(bad.read().status, 400);
    good.send("Host: x\r\n\r\n");
    EXPECT_EQ(good.read().content, "/good");
}

}  // namespace
}  // namespace toolkitd::http
