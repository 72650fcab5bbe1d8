#include "telemetry/switches.h"

#include <gtest/gtest.h>

#include "support/times.h"

namespace toolkitd::telemetry {
namespace {

using domain::StatusKind;
using std::chrono::hours;
using std::chrono::microseconds;
using testing::at;

using All = std::map<std::string, Served>;

const base::Instant kSwitch = at("2024-08-28T04:00:00Z");
const All kBefore{{"rule", {StatusKind::pending, at("2024-04-30")}}};
const All kAfter{{"rule", {StatusKind::effective, kSwitch}}};

TEST(Switches, are_none_at_the_first_look) {
    Switches switches;
    EXPECT_TRUE(switches.look(kAfter, kSwitch).empty());
    EXPECT_TRUE(switches.last().empty());
}

TEST(Switches, are_as_late_as_the_look_that_finds_them) {
    Switches switches;
    switches.look(kBefore, kSwitch - microseconds{1});
    const auto seen = switches.look(kAfter, kSwitch + microseconds{250});
    ASSERT_EQ(seen.size(), 1U);
    EXPECT_EQ(seen[0].regulation, "rule");
    EXPECT_EQ(seen[0].from, StatusKind::pending);
    EXPECT_EQ(seen[0].to, StatusKind::effective);
    EXPECT_EQ(seen[0].at, kSwitch);
    EXPECT_EQ(seen[0].lateness, microseconds{250});
    EXPECT_EQ(switches.last().at("rule").lateness, microseconds{250});
}

TEST(Switches, at_their_very_instant_are_not_late) {
    Switches switches;
    switches.look(kBefore, kSwitch - microseconds{1});
    EXPECT_EQ(switches.look(kAfter, kSwitch).at(0).lateness, microseconds{0});
}

TEST(Switches, are_found_once) {
    Switches switches;
    switches.look(kBefore, kSwitch - microseconds{1});
    switches.look(kAfter, kSwitch);
    EXPECT_TRUE(switches.look(kAfter, kSwitch + hours{1}).empty());
    EXPECT_EQ(switches.last().at("rule").lateness, microseconds{0});
}

TEST(Switches, that_content_brings_after_their_instant_are_as_late_as_the_content) {
    Switches switches;
    switches.look(kBefore, kSwitch + hours{1});
    EXPECT_EQ(switches.look(kAfter, kSwitch + hours{2}).at(0).lateness, hours{2});
}

TEST(Switches, are_none_where_the_clock_is_set_back) {
    Switches switches;
    switches.look(kAfter, kSwitch + hours{1});
    EXPECT_TRUE(switches.look(kBefore, kSwitch - hours{1}).empty());
    EXPECT_EQ(switches.look(kAfter, kSwitch).size(), 1U);
}

TEST(Switches, are_none_where_a_mistake_is_taken_back_and_the_switch_to_it_is_forgotten) {
    const All mistake{{"rule", {StatusKind::vacated, kSwitch + hours{24 * 30}}}};
    Switches switches;
    switches.look(kAfter, kSwitch + hours{24 * 60});
    EXPECT_EQ(switches.look(mistake, kSwitch + hours{24 * 61}).size(), 1U);
    EXPECT_EQ(switches.last().size(), 1U);
    EXPECT_TRUE(switches.look(kAfter, kSwitch + hours{24 * 62}).empty()) << "it was served before, from then on";
    EXPECT_TRUE(switches.last().empty());
}

TEST(Switches, are_none_where_a_status_is_restored_that_was_not_served_before) {
    Switches switches;
    switches.look({{"rule", {StatusKind::delayed, kSwitch - hours{24}}}}, kSwitch + hours{24 * 60});
    EXPECT_TRUE(switches.look({{"rule", {StatusKind::effective, kSwitch, true}}}, kSwitch + hours{24 * 61}).empty());
    EXPECT_TRUE(switches.last().empty());
}

TEST(Switches, are_none_where_a_regulation_is_new_or_its_status_has_no_beginning) {
    Switches switches;
    switches.look({}, kSwitch);
    EXPECT_TRUE(switches.look(kAfter, kSwitch).empty());
    EXPECT_TRUE(switches.look({{"rule", {StatusKind::unknown, {}}}}, kSwitch).empty());
}

}  // namespace
}  // namespace toolkitd::telemetry
