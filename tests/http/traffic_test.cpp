#include "http/traffic.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <set>
#include <sstream>
#include <string>

#include "http/answering.h"
#include "http/client.h"
#include "http/measured_site.h"
#include "http/responder.h"
#include "http/route_table.h"
#include "http/running_server.h"
#include "support/catalogues.h"

namespace toolkitd::http {
namespace {

using render::ProblemKind;
using std::chrono::microseconds;
using State = ConnectionState;

Exchange answered(const char* path, int status = 200, Method method = Method::get) {
    Exchange exchange;
    exchange.route = match(path);
    exchange.method = method;
    exchange.status = status;
    exchange.bytes = 100;
    exchange.duration = microseconds{30};
    return exchange;
}

std::uint64_t requests(const Traffic& traffic, std::string_view route, std::string_view method,
                       std::string_view status_class) {
    const auto measures = traffic.measures();
    const auto found = std::find_if(measures.requests.begin(), measures.requests.end(), [&](const auto& each) {
        return each.route == route && each.method == method && each.status_class == status_class;
    });
    return found == measures.requests.end() ? 999 : found->count;
}

std::uint64_t count_of(const std::vector<telemetry::Counted>& all, std::string_view of) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const auto& each) { return each.of == of; });
    return found == all.end() ? 999 : found->count;
}

TEST(Traffic, is_counted_by_route_method_and_class_over_all_loops) {
    Traffic traffic(2);
    traffic.saw(0, answered("/v1/toolkits/lereporting"));
    traffic.saw(1, answered("/v1/toolkits/another"));
    traffic.saw(1, answered("/v1", 405, Method::other));
    traffic.saw(1, answered("/who-asked-for-this", 404));
    EXPECT_EQ(requests(traffic, "/v1/toolkits/{toolkit}", "GET", "2xx"), 2U);
    EXPECT_EQ(requests(traffic, "/v1", "other", "4xx"), 1U);
    EXPECT_EQ(requests(traffic, "none", "GET", "4xx"), 1U);
    EXPECT_EQ(requests(traffic, "/v1", "GET", "2xx"), 0U);
    EXPECT_EQ(count_of(traffic.measures().bytes, "/v1/toolkits/{toolkit}"), 200U);
}

TEST(Traffic, counts_501_apart_from_what_fails) {
    Traffic traffic(1);
    traffic.saw(0, answered("/oembed", 501));
    traffic.saw(0, answered("/oembed", 500));
    EXPECT_EQ(requests(traffic, "/oembed", "GET", "501"), 1U);
    EXPECT_EQ(requests(traffic, "/oembed", "GET", "5xx"), 1U);
}

TEST(Traffic, has_a_share_of_304) {
    Traffic traffic(1);
    traffic.saw(0, answered("/v1", 304));
    traffic.saw(0, answered("/", 307));
    EXPECT_EQ(traffic.measures().not_modified, 1U);
    EXPECT_EQ(requests(traffic, "/v1", "GET", "3xx"), 1U);
}

TEST(Traffic, has_durations_up_to_and_with_a_bound) {
    Traffic traffic(1);
    for (const auto duration : {microseconds{25}, microseconds{26}, microseconds{20'000'000}}) {
        auto exchange = answered("/v1");
        exchange.duration = duration;
        traffic.saw(0, exchange);
    }
    const auto measures = traffic.measures();
    EXPECT_EQ(measures.durations.at(0).count, 1U);
    EXPECT_DOUBLE_EQ(measures.durations.at(0).upto, 0.000025);
    EXPECT_EQ(measures.durations.at(1).count, 1U);
    EXPECT_EQ(measures.all_durations, 3U);
    EXPECT_DOUBLE_EQ(measures.sum_of_durations, 20.000051);
}

TEST(Traffic, counts_a_refusal_by_its_reason_and_as_no_request) {
    Traffic traffic(1);
    Exchange refused;
    refused.refused = ProblemKind::head_too_large;
    refused.status = 431;
    traffic.saw(0, refused);
    EXPECT_EQ(count_of(traffic.measures().refusals, "head-too-large"), 1U);
    EXPECT_EQ(requests(traffic, "none", "other", "4xx"), 0U);
    EXPECT_EQ(traffic.measures().all_durations, 0U);
}

TEST(Traffic, counts_what_was_cut_off) {
    Traffic traffic(1);
    auto exchange = answered("/v1");
    exchange.whole = false;
    traffic.saw(0, exchange);
    EXPECT_EQ(traffic.measures().cut_off, 1U);
}

TEST(Traffic, knows_how_many_connections_are_in_each_state) {
    Traffic traffic(2);
    traffic.moved(0, {}, State::idle);
    traffic.moved(1, {}, State::idle);
    traffic.moved(1, State::idle, State::writing);
    auto measures = traffic.measures();
    EXPECT_EQ(count_of(measures.connections, "idle"), 1U);
    EXPECT_EQ(count_of(measures.connections, "writing"), 1U);
    traffic.moved(1, State::writing, {});
    measures = traffic.measures();
    EXPECT_EQ(count_of(measures.connections, "writing"), 0U);
    EXPECT_EQ(measures.accepted, 2U);
}

TEST(Traffic, tells_the_next_witness) {
    struct Next final : Witness {
        bool asks_for_traces() const noexcept override { return true; }
        void saw(unsigned /*loop*/, const Exchange& /*exchange*/) noexcept override { ++told; }
        void moved(unsigned /*loop*/, std::optional<State> /*from*/, std::optional<State> /*to*/) noexcept override {
            ++told;
        }
        int told = 0;
    } next;
    Traffic traffic(1, &next);
    traffic.saw(0, answered("/v1"));
    traffic.moved(0, {}, State::idle);
    EXPECT_EQ(next.told, 2);
    EXPECT_TRUE(traffic.asks_for_traces());
    EXPECT_FALSE(Traffic(1).asks_for_traces());
}

TEST(Traffic, of_real_connections_is_told_as_it_moves) {
    const auto handler = testing::echoing_paths();
    TransportSettings settings;
    settings.loops = 1;
    Traffic traffic(1);
    {
        const testing::RunningServer server(handler, settings, &traffic);
        testing::Client slow(server.address());
        slow.send("GET /slow HTTP/1.1\r\nHo");
        testing::Client other(server.address());
        other.send(testing::get("/first"));
        other.read();
        EXPECT_EQ(count_of(traffic.measures().connections, "reading"), 1U);
        slow.send("st: x\r\n\r\n");
        slow.read();
        testing::Client refused(server.address());
        refused.send("GET / HTTP/1.1\r\n\r\n");
        refused.read();
        other.send(testing::get("/second"));
        other.read();
        const auto measures = traffic.measures();
        EXPECT_EQ(count_of(measures.connections, "reading"), 0U);
        EXPECT_EQ(count_of(measures.connections, "idle"), 2U);
        EXPECT_EQ(measures.accepted, 3U);
        EXPECT_EQ(count_of(measures.refusals, "bad-request"), 1U);
    }
}

// The names and labels of all series.
std::set<std::string> series(const testing::MeasuredSite& site) {
    std::set<std::string> all;
    std::istringstream lines(site.answer().text);
    for (std::string line; std::getline(lines, line);) all.insert(line.substr(0, line.rfind(' ')));
    return all;
}

TEST(Traffic, has_the_same_series_whatever_clients_send) {
    testing::MeasuredSite site(testing::small_catalogue(), testing::kSwitch);
    const auto before = series(site);
    const TransportSettings settings;
    Responder responder(site.service, site.site.clock, &site.traffic);
    for (int i = 0; i < 1000; ++i) {
        const auto number = std::to_string(i);
        const std::string method = i % 3 == 0 ? "GET" : i % 3 == 1 ? "M" + number : "DELETE";
        const std::string path = i % 2 == 0 ? "/v1/toolkits/" + number : "/" + number + "?a=" + number;
        const std::string request =
            method + " " + path + " HTTP/1." + number + "\r\nHost: " + number + ".example\r\n\r\n";
        const auto head = check_head(request, settings.head);
        auto answer = head ? responder.answer(*head) : responder.refuse(head.error());
        answer->exchange.status = 100 + i;
        site.traffic.saw(0, answer->exchange);
    }
    EXPECT_GT(before.size(), 500U);
    EXPECT_EQ(series(site), before);
}

}  // namespace
}  // namespace toolkitd::http
