// What is told of each answer: on one end of a connection that the test itself drives, with a client at the other.
#include "http/witness.h"

#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "http/connection.h"
#include "http/route_table.h"
#include "http/served_site.h"
#include "support/catalogues.h"

namespace toolkitd::http {
namespace {

using render::ProblemKind;
using testing::kSwitch;
using testing::ServedSite;

class Recorder final : public Witness {
public:
    bool asks_for_traces() const noexcept override { return true; }
    void saw(unsigned loop, const Exchange& exchange) noexcept override {
        EXPECT_EQ(loop, 7U);
        seen.push_back(exchange);
    }

    std::vector<Exchange> seen;
};

class Witnessed : public ::testing::Test {
protected:
    Witnessed() {
        std::array<int, 2> ends{};
        EXPECT_EQ(socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, ends.data()), 0);
        client_ = ends[1];
        connection_ = std::make_unique<Connection>(Descriptor(ends[0]), shared_, Connection::Time{});
    }
    ~Witnessed() override { close(client_); }

    // What is told of an answer to these bytes, where nothing is taken by the client yet.
    const std::vector<Exchange>& after(std::string_view bytes) {
        EXPECT_EQ(send(client_, bytes.data(), bytes.size(), 0), static_cast<ssize_t>(bytes.size()));
        connection_->on_readable(std::chrono::steady_clock::now());
        return recorder_.seen;
    }

    std::size_t taken() const {
        std::array<char, 65'536> bytes;
        std::size_t sum = 0;
        for (ssize_t count = 0; (count = recv(client_, bytes.data(), bytes.size(), 0)) > 0;) {
            sum += static_cast<std::size_t>(count);
        }
        return sum;
    }

    const TransportSettings settings_;
    const ServedSite site_{testing::small_catalogue(), kSwitch};
    Recorder recorder_;
    Connection::Shared shared_{settings_, Responder(site_.service, site_.clock, &recorder_), &recorder_, 7};
    std::unique_ptr<Connection> connection_;
    int client_ = -1;
};

TEST_F(Witnessed, an_answer_is_told_with_its_route_its_method_its_status_and_its_bytes) {
    const auto& seen = after("GET /v1/toolkits/lereporting?as_of=2024-08-28 HTTP/1.1\r\nHost: a\r\n\r\n");
    ASSERT_EQ(seen.size(), 1U);
    ASSERT_TRUE(seen[0].route);
    EXPECT_EQ(seen[0].route->path, "/v1/toolkits/{toolkit}");
    EXPECT_EQ(seen[0].method, Method::get);
    EXPECT_EQ(seen[0].status, 200);
    EXPECT_FALSE(seen[0].refused);
    EXPECT_FALSE(seen[0].trace);
    EXPECT_TRUE(seen[0].whole);
    EXPECT_GE(seen[0].duration.count(), 0);
    EXPECT_EQ(seen[0].bytes, taken());
    EXPECT_EQ(connection_->state(), ConnectionState::idle);
}

TEST_F(Witnessed, each_of_several_at_once_is_told_with_its_own_bytes) {
    const auto& seen = after(
        "HEAD /v1/rights HTTP/1.1\r\nHost: a\r\n\r\nOPTIONS /v1 HTTP/1.1\r\nHost: a\r\n\r\n"
        "DELETE /v1 HTTP/1.1\r\nHost: a\r\n\r\n");
    ASSERT_EQ(seen.size(), 3U);
    EXPECT_EQ(seen[0].method, Method::head);
    EXPECT_EQ(seen[1].method, Method::options);
    EXPECT_EQ(seen[1].route->path, "/v1");
    EXPECT_EQ(seen[2].method, Method::other);
    EXPECT_EQ(seen[2].status, 405);
    EXPECT_EQ(seen[0].bytes + seen[1].bytes + seen[2].bytes, taken());
}

TEST_F(Witnessed, a_path_that_is_none_of_the_services_has_no_route) {
    const auto& seen = after("GET /who-asked-for-this HTTP/1.1\r\nHost: a\r\n\r\n");
    ASSERT_EQ(seen.size(), 1U);
    EXPECT_FALSE(seen[0].route);
    EXPECT_EQ(seen[0].status, 404);
    EXPECT_FALSE(seen[0].refused);
}

TEST_F(Witnessed, what_is_refused_is_told_with_its_reason) {
    const auto& seen = after("GET / HTTP/1.1\r\n\r\n");
    ASSERT_EQ(seen.size(), 1U);
    EXPECT_EQ(connection_->state(), ConnectionState::lingering);
    EXPECT_EQ(seen[0].refused, ProblemKind::bad_request);
    EXPECT_EQ(seen[0].status, 400);
    EXPECT_FALSE(seen[0].route);
}

TEST_F(Witnessed, a_head_that_does_not_come_in_time_is_told_too) {
    after("GET / HTT");
    EXPECT_EQ(connection_->state(), ConnectionState::reading);
    connection_->on_deadline(std::chrono::steady_clock::now());
    ASSERT_EQ(recorder_.seen.size(), 1U);
    EXPECT_EQ(recorder_.seen[0].refused, ProblemKind::request_timeout);
}

TEST_F(Witnessed, the_trace_of_a_request_is_told_with_its_answer_alone) {
    const std::string traced = "traceparent: 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01\r\n";
    const auto& seen = after("GET / HTTP/1.1\r\nHost: a\r\n" + traced + "\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n");
    ASSERT_EQ(seen.size(), 2U);
    ASSERT_TRUE(seen[0].trace);
    EXPECT_EQ(seen[0].trace->text(), "4bf92f3577b34da6a3ce929d0e0e4736");
    EXPECT_FALSE(seen[1].trace);
}

TEST_F(Witnessed, answers_that_a_client_did_not_take_are_told_as_not_whole) {
    int small = 16384;
    setsockopt(connection_->number(), SOL_SOCKET, SO_SNDBUF, &small, sizeof small);
    std::string sixteen;
    for (int i = 0; i < 16; ++i) sixteen += "GET /v1/toolkits/lereporting HTTP/1.1\r\nHost: a\r\n\r\n";
    ASSERT_LT(after(sixteen).size(), 16U);
    EXPECT_EQ(connection_->state(), ConnectionState::writing);
    connection_.reset();
    ASSERT_EQ(recorder_.seen.size(), 16U);
    std::size_t bytes = 0;
    for (const auto& exchange : recorder_.seen) bytes += exchange.bytes;
    EXPECT_TRUE(recorder_.seen.front().whole);
    EXPECT_FALSE(recorder_.seen.back().whole);
    EXPECT_EQ(bytes, taken());
}

}  // namespace
}  // namespace toolkitd::http
