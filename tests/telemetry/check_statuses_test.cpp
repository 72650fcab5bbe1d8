#include <gtest/gtest.h>

#include "support/catalogues.h"
#include "support/regulations.h"
#include "support/status_text.h"
#include "support/times.h"
#include "telemetry/health.h"

namespace toolkitd::telemetry {
namespace {

using domain::StatusKind;
using std::chrono::microseconds;
using std::chrono::seconds;
using testing::at;

constexpr const char* kRule = "t-visa-final-rule-2024";

render::StatusCheck check(StatusKind served, base::TimePoint now) {
    const auto checks = check_statuses(testing::small_catalogue(), {{kRule, served}}, now);
    EXPECT_EQ(checks.size(), 1U);
    return checks.at(0);
}

domain::Catalogue shown(const domain::Window& window) {
    auto catalogue = testing::small_catalogue();
    catalogue.regulations[0].window = window;
    return catalogue;
}

TEST(CheckStatuses, compares_what_is_served_with_what_the_clock_demands) {
    const auto right = check(StatusKind::pending, at("2024-05-01"));
    EXPECT_EQ(right.regulation, kRule);
    EXPECT_EQ(right.served, StatusKind::pending);
    EXPECT_EQ(right.demanded, StatusKind::pending);
    EXPECT_TRUE(right.passes());
    EXPECT_FALSE(check(StatusKind::effective, at("2024-05-01")).passes());
}

TEST(CheckStatuses, demands_the_new_status_from_the_switch_on) {
    EXPECT_EQ(check(StatusKind::pending, at("2024-08-28T03:59:59Z")).demanded, StatusKind::pending);
    EXPECT_EQ(check(StatusKind::pending, at("2024-08-28T04:00:00Z") - microseconds{1}).demanded, StatusKind::pending);
    EXPECT_EQ(check(StatusKind::pending, at("2024-08-28T04:00:00Z")).demanded, StatusKind::effective);
    EXPECT_EQ(check(StatusKind::pending, at("2024-08-28T04:00:01Z")).demanded, StatusKind::effective);
}

TEST(CheckStatuses, counts_the_seconds_to_the_next_switch_down) {
    EXPECT_EQ(check(StatusKind::pending, at("2024-08-28T03:59:00Z")).to_next_switch, seconds{60});
    EXPECT_EQ(check(StatusKind::pending, at("2024-08-28T03:59:00Z") + microseconds{1}).to_next_switch, seconds{59});
    EXPECT_EQ(check(StatusKind::pending, at("2024-08-28T04:00:00Z") - microseconds{1}).to_next_switch, seconds{0});
}

TEST(CheckStatuses, counts_nothing_where_no_switch_is_known) {
    EXPECT_EQ(check(StatusKind::effective, at("2024-08-28")).to_next_switch, std::nullopt);
    EXPECT_EQ(check(StatusKind::unknown, at("2024-04-29")).to_next_switch, std::nullopt);
}

TEST(CheckStatuses, looks_at_every_regulation) {
    auto catalogue = testing::small_catalogue();
    catalogue.regulations.push_back(testing::regulation({testing::published("2024-06-01")}, "zoning-rule"));
    const auto checks = check_statuses(catalogue, {{kRule, StatusKind::pending}, {"zoning-rule", StatusKind::pending}},
                                       at("2024-07-01"));
    ASSERT_EQ(checks.size(), 2U);
    EXPECT_EQ(checks[0].regulation, kRule);
    EXPECT_EQ(checks[1].regulation, "zoning-rule");
}

TEST(CheckStatuses, fails_for_a_regulation_that_should_be_served_and_is_not) {
    const auto checks = check_statuses(testing::small_catalogue(), {}, at("2024-05-01"));
    ASSERT_EQ(checks.size(), 1U);
    EXPECT_EQ(checks[0].served, std::nullopt);
    EXPECT_EQ(checks[0].demanded, StatusKind::pending);
    EXPECT_FALSE(checks[0].passes());
}

TEST(CheckStatuses, fails_for_one_that_is_not_served_also_while_nothing_is_known_of_it) {
    const auto checks = check_statuses(testing::small_catalogue(), {}, at("2024-04-29"));
    ASSERT_EQ(checks.size(), 1U);
    EXPECT_EQ(checks[0].served, std::nullopt);
    EXPECT_EQ(checks[0].demanded, StatusKind::unknown);
    EXPECT_FALSE(checks[0].passes());
}

TEST(CheckStatuses, passes_over_a_regulation_that_is_neither_shown_nor_served) {
    const auto catalogue = shown({at("2024-06-01"), at("2024-07-01")});
    EXPECT_TRUE(check_statuses(catalogue, {}, at("2024-06-01T03:59:59Z")).empty());
    EXPECT_EQ(check_statuses(catalogue, {}, at("2024-06-01T04:00:00Z")).size(), 1U);
    EXPECT_TRUE(check_statuses(catalogue, {}, at("2024-07-01T04:00:00Z")).empty());
}

TEST(CheckStatuses, fails_for_a_regulation_that_is_served_and_should_not_be_shown) {
    const auto checks = check_statuses(shown({at("2024-06-01"), {}}), {{kRule, StatusKind::pending}}, at("2024-05-01"));
    ASSERT_EQ(checks.size(), 1U);
    EXPECT_EQ(checks[0].served, StatusKind::pending);
    EXPECT_EQ(checks[0].demanded, std::nullopt);
    EXPECT_FALSE(checks[0].passes());
}

TEST(CheckStatuses, has_nothing_to_say_where_there_is_no_regulation) {
    EXPECT_TRUE(check_statuses(testing::empty_catalogue(), {}, at("2024-05-01")).empty());
}

}  // namespace
}  // namespace toolkitd::telemetry
