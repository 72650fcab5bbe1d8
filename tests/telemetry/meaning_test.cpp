#include "telemetry/meaning.h"

#include <gtest/gtest.h>

#include "support/catalogues.h"
#include "support/times.h"

namespace toolkitd::telemetry {
namespace {

using domain::StatusKind;
using std::chrono::microseconds;
using testing::at;

constexpr const char* kRule = "t-visa-final-rule-2024";
const base::Instant kSwitch = at("2024-08-28T04:00:00Z");

RegulationMeasures measured(StatusKind served, base::TimePoint now) {
    const auto all = measure_regulations(testing::small_catalogue(), {{kRule, served}}, now);
    EXPECT_EQ(all.size(), 1U);
    return all.at(0);
}

TEST(Meaning, of_a_regulation_has_what_is_served_and_what_is_demanded) {
    const auto wrong = measured(StatusKind::pending, kSwitch);
    EXPECT_EQ(wrong.id, kRule);
    EXPECT_EQ(wrong.served, StatusKind::pending);
    EXPECT_EQ(wrong.demanded, StatusKind::effective);
}

TEST(Meaning, of_a_regulation_has_its_times_on_both_sides_of_the_switch) {
    const auto before = measured(StatusKind::pending, kSwitch - microseconds{1});
    EXPECT_EQ(before.next_switch, kSwitch);
    EXPECT_EQ(before.effective, kSwitch);
    EXPECT_EQ(before.since, at("2024-04-30T04:00:00Z"));
    const auto after = measured(StatusKind::effective, kSwitch);
    EXPECT_EQ(after.next_switch, std::nullopt);
    EXPECT_EQ(after.effective, kSwitch);
    EXPECT_EQ(after.since, kSwitch);
}

TEST(Meaning, of_a_regulation_that_is_not_to_be_served_has_no_times) {
    auto catalogue = testing::small_catalogue();
    catalogue.regulations[0].window = {at("2025-01-01"), {}};
    const auto all = measure_regulations(catalogue, {{kRule, StatusKind::pending}}, kSwitch);
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(all[0].demanded, std::nullopt);
    EXPECT_EQ(all[0].effective, std::nullopt);
}

TEST(Meaning, of_resources_is_counted_by_toolkit_regulation_and_currency) {
    const auto all = measure_resources(testing::small_catalogue(), kSwitch);
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(all[0].toolkit, "lereporting");
    EXPECT_EQ(all[0].regulation, kRule);
    EXPECT_EQ(all[0].by_currency, (std::array<std::size_t, 3>{0, 2, 0}));
}

TEST(Meaning, of_a_resource_in_no_toolkit_that_follows_no_rule_is_undetermined) {
    auto catalogue = testing::small_catalogue();
    catalogue.resources.push_back(testing::resource("a-video"));
    const auto all = measure_resources(catalogue, kSwitch);
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0].toolkit, "");
    EXPECT_EQ(all[0].regulation, "");
    EXPECT_EQ(all[0].by_currency, (std::array<std::size_t, 3>{0, 0, 1}));
}

}  // namespace
}  // namespace toolkitd::telemetry
