#include "http/metrics.h"

#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <string_view>

#include "http/measured_site.h"
#include "support/catalogues.h"

namespace toolkitd::http {
namespace {

using std::chrono::milliseconds;
using testing::kSwitch;
using testing::MeasuredSite;
using testing::value;

constexpr const char* kRule = "{regulation=\"t-visa-final-rule-2024\"}";

std::string status_series(const std::string& name, const std::string& status) {
    return name + "{regulation=\"t-visa-final-rule-2024\",status=\"" + status + "\"}";
}

std::string media_type(std::string_view accept) {
    const MeasuredSite site(testing::small_catalogue(), kSwitch);
    const auto type = value(site.answer({{FieldName::accept, accept}}), "Content-Type");
    return type.substr(0, type.find(';'));
}

TEST(Metrics, are_in_the_text_format_unless_openmetrics_is_asked_for) {
    const MeasuredSite site(testing::small_catalogue(), kSwitch);
    EXPECT_EQ(value(site.answer(), "Content-Type"), "text/plain; version=0.0.4; charset=utf-8");
    EXPECT_EQ(media_type("*/*"), "text/plain");
    EXPECT_EQ(media_type("text/html,application/xhtml+xml,*/*;q=0.8"), "text/plain");
    EXPECT_EQ(media_type("application/openmetrics-text;q=0"), "text/plain");
    EXPECT_EQ(media_type("application/openmetrics-text;q=0.4, text/plain"), "text/plain");
    EXPECT_EQ(media_type("application/openmetrics-text; version=2.0.0"), "text/plain");
}

TEST(Metrics, are_in_openmetrics_for_prometheus) {
    constexpr std::string_view kOpen = "application/openmetrics-text";
    EXPECT_EQ(media_type("application/openmetrics-text"), kOpen);
    EXPECT_EQ(media_type("application/openmetrics-text;version=1.0.0,application/openmetrics-text;version=0.0.1;q=0.75,"
                         "text/plain;version=0.0.4;q=0.5,*/*;q=0.1"),
              kOpen);
    EXPECT_EQ(media_type("application/openmetrics-text; version=1.0.0; escaping=allow-utf-8; q=0.5, */*;q=0.1"), kOpen);
}

TEST(Metrics, are_kept_by_nobody_and_lent_to_no_other_site) {
    const MeasuredSite site(testing::small_catalogue(), kSwitch);
    const auto answer = site.answer();
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(value(answer, "Cache-Control"), "no-store");
    EXPECT_EQ(value(answer, "Access-Control-Allow-Origin"), "none");
    EXPECT_EQ(value(answer, "Cross-Origin-Resource-Policy"), "same-origin");
    EXPECT_EQ(value(answer, "X-Content-Type-Options"), "nosniff");
    EXPECT_EQ(value(answer, "Referrer-Policy"), "no-referrer");
    EXPECT_EQ(value(answer, "Toolkitd-Rehearsal"), "none");
    const MeasuredSite rehearsing(testing::small_catalogue(), kSwitch, true);
    EXPECT_EQ(value(rehearsing.answer(), "Toolkitd-Rehearsal"), "true");
    EXPECT_EQ(rehearsing.value("toolkitd_rehearsal"), "1");
}

TEST(Metrics, are_not_found_where_the_service_has_none) {
    const testing::ServedSite site(testing::small_catalogue(), kSwitch);
    EXPECT_EQ(site.get("/metrics").status, 404);
    EXPECT_EQ(value(site.get("/metrics"), "Location"), "none");
}

TEST(Metrics, have_the_status_that_is_served_and_the_one_that_is_demanded_on_both_sides_of_a_switch) {
    MeasuredSite site(testing::small_catalogue(), kSwitch);
    for (const auto& [step, pending, effective] :
         {std::tuple{milliseconds{-1'000}, "1", "0"}, std::tuple{milliseconds{-1}, "1", "0"},
          std::tuple{milliseconds{0}, "0", "1"}, std::tuple{milliseconds{1'000}, "0", "1"}}) {
        site.site.clock.set(kSwitch + step);
        for (const std::string name : {"toolkitd_regulation_status", "toolkitd_regulation_status_demanded"}) {
            EXPECT_EQ(site.value(status_series(name, "pending")), pending) << name << step.count();
            EXPECT_EQ(site.value(status_series(name, "effective")), effective) << name << step.count();
            EXPECT_EQ(site.value(status_series(name, "vacated")), "0") << name << step.count();
        }
    }
}

TEST(Metrics, have_a_wrong_status_as_it_is_served) {
    MeasuredSite site(testing::small_catalogue(), kSwitch);
    auto& edition = const_cast<site::Edition&>(site.site.snapshot->edition(kSwitch));  // not made const
    for (auto& [regulation, served] : edition.statuses) served = domain::StatusKind::pending;
    EXPECT_EQ(site.value(status_series("toolkitd_regulation_status", "pending")), "1");
    EXPECT_EQ(site.value(status_series("toolkitd_regulation_status_demanded", "effective")), "1");
    edition.statuses.clear();
    EXPECT_EQ(site.value(status_series("toolkitd_regulation_status", "pending")), "0");
}

TEST(Metrics, count_down_to_the_next_switch) {
    MeasuredSite site(testing::small_catalogue(), kSwitch - milliseconds{1'500});
    const std::string seconds = std::string("toolkitd_regulation_next_switch_seconds") + kRule;
    const std::string instant = std::string("toolkitd_regulation_next_switch_timestamp_seconds") + kRule;
    EXPECT_EQ(site.value(seconds), "1.5");
    EXPECT_EQ(site.value(instant), "1724817600");
    site.site.clock.set(kSwitch);
    EXPECT_EQ(site.value(seconds), "none");
    EXPECT_EQ(site.value(instant), "none");
    EXPECT_EQ(site.value(std::string("toolkitd_regulation_effective_timestamp_seconds") + kRule), "1724817600");
}

TEST(Metrics, have_the_lateness_of_a_switch_that_was_seen) {
    MeasuredSite site(testing::small_catalogue(), kSwitch);
    const std::string lateness = std::string("toolkitd_regulation_last_switch_lateness_seconds") + kRule;
    EXPECT_EQ(site.value(lateness), "none");
    const std::string id = "t-visa-final-rule-2024";
    site.switches.look({{id, {domain::StatusKind::pending, {}}}}, kSwitch - milliseconds{1});
    site.switches.look({{id, {domain::StatusKind::effective, kSwitch}}}, kSwitch + milliseconds{250});
    EXPECT_EQ(site.value(lateness), "0.25");
}

TEST(Metrics, have_the_content_and_how_it_was_loaded) {
    MeasuredSite site(testing::small_catalogue(), kSwitch);
    EXPECT_EQ(site.value("toolkitd_content_info{revision=\"0123456789abcdef\"}"), "1");
    EXPECT_EQ(site.value("toolkitd_build_info{commit=\"abcdef\",version=\"1.2.3\"}"), "1");
    EXPECT_EQ(site.value("toolkitd_load_last_success"), "1");
    EXPECT_EQ(site.value("toolkitd_loads_total{outcome=\"success\"}"), "1");
    site.site.loads.note({kSwitch, false, "no", {"a fault", "another"}, milliseconds{125}});
    EXPECT_EQ(site.value("toolkitd_load_last_success"), "0");
    EXPECT_EQ(site.value("toolkitd_load_last_faults"), "2");
    EXPECT_EQ(site.value("toolkitd_load_last_duration_seconds"), "0.125");
    EXPECT_EQ(site.value("toolkitd_loads_total{outcome=\"failure\"}"), "1");
    EXPECT_EQ(site.value("toolkitd_loads_total{outcome=\"success\"}"), "1");
}

TEST(MetricsHandler, has_the_metrics_and_nothing_else) {
    const MeasuredSite site(testing::small_catalogue(), kSwitch);
    const MetricsHandler handler(site.metrics);
    const auto ask = [&](Method method, std::string_view path) { return handler.answer({method, path, {}, {}}); };
    EXPECT_EQ(ask(Method::get, "/metrics").status, 200);
    EXPECT_EQ(ask(Method::head, "/metrics").status, 200);
    EXPECT_EQ(ask(Method::get, "/v1").status, 404);
    EXPECT_EQ(ask(Method::other, "/metrics").status, 405);
    EXPECT_EQ(value(ask(Method::options, "/metrics"), "Allow"), "GET, HEAD, OPTIONS");
    EXPECT_EQ(handler.refuse({render::ProblemKind::uri_too_long, "Too long."}).status, 414);
    EXPECT_EQ(value(ask(Method::get, "/v1"), "Access-Control-Allow-Origin"), "none");
}

}  // namespace
}  // namespace toolkitd::http
