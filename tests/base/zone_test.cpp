#include "base/zone.h"

#include <gtest/gtest.h>

#include <array>
#include <string_view>

#include "support/times.h"

namespace toolkitd::base {
namespace {

using testing::at;
using testing::day;
using testing::zone;

struct Start {
    std::string_view zone;
    std::string_view day;
    std::string_view begins;
};

TEST(Zone, knows_when_a_day_begins) {
    constexpr std::array kStarts{
        Start{"America/New_York", "2024-08-28", "2024-08-28T04:00:00Z"},
        Start{"America/New_York", "2024-12-01", "2024-12-01T05:00:00Z"},
        Start{"America/New_York", "2024-03-10", "2024-03-10T05:00:00Z"},  // the clocks change at two
        Start{"America/New_York", "2024-03-11", "2024-03-11T04:00:00Z"},
        Start{"America/New_York", "2024-11-03", "2024-11-03T04:00:00Z"},
        Start{"America/New_York", "2024-11-04", "2024-11-04T05:00:00Z"},
        Start{"America/Los_Angeles", "2024-08-28", "2024-08-28T07:00:00Z"},
        Start{"Asia/Kathmandu", "2024-08-28", "2024-08-27T18:15:00Z"},
        Start{"Pacific/Kiritimati", "2024-08-28", "2024-08-27T10:00:00Z"},
        Start{"UTC", "2024-08-28", "2024-08-28T00:00:00Z"},
    };
    for (const auto& [name, civil, begins] : kStarts) {
        EXPECT_EQ(rfc3339(zone(name).start_of(day(civil))), begins) << name << ' ' << civil;
    }
}

TEST(Zone, lets_a_day_that_has_no_midnight_begin_after_the_gap) {
    constexpr std::array kStarts{
        Start{"America/Sao_Paulo", "2018-11-04", "2018-11-04T03:00:00Z"},  // 01:00 there
        Start{"Asia/Beirut", "2024-03-31", "2024-03-30T22:00:00Z"},        // 01:00 there
        Start{"Pacific/Apia", "2011-12-30", "2011-12-30T10:00:00Z"},       // a day that was left out
    };
    for (const auto& [name, civil, begins] : kStarts) {
        const Instant start = zone(name).start_of(day(civil));
        EXPECT_EQ(rfc3339(start), begins) << name;
        EXPECT_LT(zone(name).day_of(start - std::chrono::seconds{1}), day(civil)) << name;
    }
}

TEST(Zone, takes_the_first_of_two_midnights) {
    EXPECT_EQ(rfc3339(zone("America/Havana").start_of(day("2024-11-03"))), "2024-11-03T04:00:00Z");
}

TEST(Zone, knows_the_day_that_holds_an_instant) {
    const Zone new_york = zone("America/New_York");
    EXPECT_EQ(new_york.day_of(at("2024-08-28T03:59:59Z")), day("2024-08-27"));
    EXPECT_EQ(new_york.day_of(at("2024-08-28T04:00:00Z")), day("2024-08-28"));
    EXPECT_EQ(new_york.day_of(at("2024-08-29T03:59:59Z")), day("2024-08-28"));
    EXPECT_EQ(new_york.day_of(at("1969-12-31T23:59:59Z")), day("1969-12-31"));
}

TEST(Zone, every_day_of_a_year_begins_with_its_first_second) {
    for (const std::string_view name : {"America/New_York", "America/Los_Angeles", "Asia/Beirut", "Europe/London"}) {
        const Zone here = zone(name);
        for (auto civil = std::chrono::sys_days{day("2024-01-01")}; civil < day("2025-01-01");
             civil += std::chrono::days{1}) {
            const Instant start = here.start_of(civil);
            EXPECT_EQ(std::chrono::sys_days{here.day_of(start)}, civil) << name << ' ' << rfc3339(start);
            EXPECT_LT(std::chrono::sys_days{here.day_of(start - std::chrono::seconds{1})}, civil) << name;
        }
    }
}

TEST(Zone, keeps_summer_time_after_2037_where_its_file_lists_no_more_changes) {
    constexpr std::array kStarts{
        Start{"America/New_York", "2037-07-01", "2037-07-01T04:00:00Z"},
        Start{"America/New_York", "2037-11-01", "2037-11-01T04:00:00Z"},
        Start{"America/New_York", "2037-11-02", "2037-11-02T05:00:00Z"},
        Start{"America/New_York", "2038-07-01", "2038-07-01T04:00:00Z"},
        Start{"America/New_York", "2038-12-01", "2038-12-01T05:00:00Z"},
        Start{"America/Los_Angeles", "2040-07-01", "2040-07-01T07:00:00Z"},
        Start{"Asia/Beirut", "2040-03-25", "2040-03-24T22:00:00Z"},  // 01:00 there, after a gap
        Start{"America/Havana", "2040-11-04", "2040-11-04T04:00:00Z"},
        Start{"America/Sao_Paulo", "2040-12-01", "2040-12-01T03:00:00Z"},  // which gave summer time up
        Start{"America/New_York", "9999-07-01", "9999-07-01T04:00:00Z"},
    };
    for (const auto& [name, civil, begins] : kStarts) {
        EXPECT_EQ(rfc3339(zone(name).start_of(day(civil))), begins) << name << ' ' << civil;
        EXPECT_EQ(zone(name).day_of(at(begins)), day(civil)) << name;
        EXPECT_LT(zone(name).day_of(at(begins) - std::chrono::seconds{1}), day(civil)) << name;
    }
}

TEST(Zone, keeps_the_name_under_which_it_was_found) { EXPECT_EQ(zone("America/New_York").name(), "America/New_York"); }

TEST(Zone, an_unknown_name_is_told_with_what_to_do) {
    const auto found = Zone::find("America/Gotham");
    ASSERT_FALSE(found);
    EXPECT_NE(found.error().sentence.find("`America/Gotham`"), std::string::npos);
    EXPECT_NE(found.error().sentence.find("America/New_York"), std::string::npos);
}

TEST(Zone, refuses_what_is_no_name_of_a_zone) {
    for (const std::string_view name : {"", " ", "America", "america/new_york", "New_York", "America/New_York ",
                                        "../zoneinfo/UTC", "/usr/share/zoneinfo/UTC", "tzdata.zi", "+05:00"}) {
        EXPECT_FALSE(Zone::find(name)) << name;
    }
}

TEST(Zone, refuses_the_machines_own_zone_which_differs_from_machine_to_machine) {
    EXPECT_FALSE(Zone::find("localtime"));
    EXPECT_FALSE(Zone::find("posixrules"));
}

}  // namespace
}  // namespace toolkitd::base
