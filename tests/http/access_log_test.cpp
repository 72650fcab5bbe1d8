#include "http/access_log.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "http/route_table.h"

namespace toolkitd::http {
namespace {

using nlohmann::json;
using telemetry::Format;
using telemetry::Level;
using ::testing::MatchesRegex;

Exchange answered() {
    Exchange exchange;
    exchange.route = match("/v1/toolkits/lereporting");
    exchange.method = Method::get;
    exchange.status = 200;
    exchange.bytes = 1234;
    exchange.duration = std::chrono::microseconds{1500};
    exchange.trace = read_traceparent("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
    return exchange;
}

std::string logged(const Exchange& exchange, Format format, bool on = true) {
    ::testing::internal::CaptureStdout();
    const telemetry::Log log(Level::info, format);
    AccessLog(log, on).saw(0, exchange);
    return ::testing::internal::GetCapturedStdout();
}

json logged_json(const Exchange& exchange) { return json::parse(logged(exchange, Format::json)); }

TEST(AccessLog, is_a_line_a_person_can_read) {
    EXPECT_THAT(logged(answered(), Format::text),
                MatchesRegex("[0-9TZ:-]+ info request: GET /v1/toolkits/\\{toolkit\\} 200, 1234 bytes, 1.500 ms, "
                             "4bf92f3577b34da6a3ce929d0e0e4736\n"));
}

TEST(AccessLog, has_these_members_as_json_and_no_others) {
    auto line = logged_json(answered());
    EXPECT_TRUE(line.erase("time"));
    EXPECT_TRUE(line.erase("message"));
    EXPECT_EQ(line, json::parse(R"({"level": "info", "event": "request", "method": "GET", "status": 200, "bytes": 1234,
                                    "route": "/v1/toolkits/{toolkit}", "duration_ms": 1.5, "whole": true,
                                    "request_id": "4bf92f3577b34da6a3ce929d0e0e4736"})"));
}

TEST(AccessLog, is_silent_where_it_is_off) {
    EXPECT_EQ(logged(answered(), Format::text, false), "");
    const telemetry::Log log(Level::info);
    EXPECT_FALSE(AccessLog(log, false).asks_for_traces());
    EXPECT_TRUE(AccessLog(log, true).asks_for_traces());
}

TEST(AccessLog, names_no_path_that_is_not_the_services) {
    auto exchange = answered();
    exchange.route = nullptr;
    EXPECT_EQ(logged_json(exchange)["route"], "none");
    exchange.refused = render::ProblemKind::bad_request;
    EXPECT_EQ(logged_json(exchange)["route"], "refused");
}

TEST(AccessLog, says_where_an_answer_was_cut_off) {
    auto exchange = answered();
    exchange.whole = false;
    EXPECT_EQ(logged_json(exchange)["whole"], false);
    EXPECT_NE(logged(exchange, Format::text).find(", cut off, "), std::string::npos);
}

TEST(AccessLog, makes_an_id_of_its_own_where_a_request_has_none) {
    auto exchange = answered();
    exchange.trace.reset();
    const std::string first = logged_json(exchange)["request_id"];
    const std::string second = logged_json(exchange)["request_id"];
    EXPECT_THAT(first, MatchesRegex("[0-9a-f]+"));
    EXPECT_EQ(first.size(), 32U);
    EXPECT_NE(first, second);
}

TEST(AccessLog, has_a_word_for_every_method) {
    auto exchange = answered();
    exchange.method = Method::head;
    EXPECT_EQ(logged_json(exchange)["method"], "HEAD");
    exchange.method = Method::options;
    EXPECT_EQ(logged_json(exchange)["method"], "OPTIONS");
    exchange.method = Method::other;
    EXPECT_EQ(logged_json(exchange)["method"], "other");
}

}  // namespace
}  // namespace toolkitd::http
