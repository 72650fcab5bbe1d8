#include "base/clock_rule.h"

#include <gtest/gtest.h>

#include <array>
#include <string_view>

#include "support/times.h"

namespace toolkitd::base {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;
using testing::at;
using testing::day;

seconds offset(std::string_view rule, std::string_view instant) {
    return ClockRule::parse(rule)->offset_at(at(instant));
}

TEST(ClockRule, changes_the_clocks_at_the_second_that_it_names) {
    constexpr std::string_view kNewYork = "EST5EDT,M3.2.0,M11.1.0";
    EXPECT_EQ(offset(kNewYork, "2040-01-01T00:00:00Z"), hours{-5});
    EXPECT_EQ(offset(kNewYork, "2040-03-11T06:59:59Z"), hours{-5});
    EXPECT_EQ(offset(kNewYork, "2040-03-11T07:00:00Z"), hours{-4});
    EXPECT_EQ(offset(kNewYork, "2040-11-04T05:59:59Z"), hours{-4});
    EXPECT_EQ(offset(kNewYork, "2040-11-04T06:00:00Z"), hours{-5});
    EXPECT_EQ(offset(kNewYork, "2040-12-31T23:59:59Z"), hours{-5});
}

TEST(ClockRule, has_summer_over_new_year_in_the_south) {
    constexpr std::string_view kSydney = "AEST-10AEDT,M10.1.0,M4.1.0/3";
    EXPECT_EQ(offset(kSydney, "2040-01-01T00:00:00Z"), hours{11});
    EXPECT_EQ(offset(kSydney, "2040-03-31T15:59:59Z"), hours{11});
    EXPECT_EQ(offset(kSydney, "2040-03-31T16:00:00Z"), hours{10});
    EXPECT_EQ(offset(kSydney, "2040-10-06T15:59:59Z"), hours{10});
    EXPECT_EQ(offset(kSydney, "2040-10-06T16:00:00Z"), hours{11});
}

TEST(ClockRule, knows_every_form_that_the_database_uses) {
    struct Case {
        std::string_view rule, instant;
        minutes ahead;
    };
    for (const auto& [rule, instant, ahead] : {
             Case{"NST3:30NDT,M3.2.0,M11.1.0", "2040-07-01T00:00:00Z", minutes{-150}},
             Case{"<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", "2040-01-01T00:00:00Z", minutes{660}},
             Case{"<+00>0<+02>-2,M3.5.0/1,M10.5.0/3", "2040-07-01T00:00:00Z", minutes{120}},
             Case{"<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "2040-03-25T00:59:59Z", minutes{-120}},
             Case{"<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "2040-03-25T01:00:00Z", minutes{-60}},
             Case{"EET-2EEST,M3.4.4/50,M10.4.4/50", "2040-03-23T23:59:59Z", minutes{120}},
             Case{"EET-2EEST,M3.4.4/50,M10.4.4/50", "2040-03-24T00:00:00Z", minutes{180}},
             Case{"IST-1GMT0,M10.5.0,M3.5.0/1", "2040-01-01T00:00:00Z", minutes{0}},
             Case{"IST-1GMT0,M10.5.0,M3.5.0/1", "2040-07-01T00:00:00Z", minutes{60}},
         }) {
        EXPECT_EQ(offset(rule, instant), ahead) << rule << ' ' << instant;
    }
}

TEST(ClockRule, lets_a_day_begin_at_its_first_instant) {
    const auto start = [](std::string_view rule, std::string_view civil) {
        return rfc3339(ClockRule::parse(rule)->start_of(day(civil)));
    };
    EXPECT_EQ(start("EST5EDT,M3.2.0,M11.1.0", "2040-03-11"), "2040-03-11T05:00:00Z");
    EXPECT_EQ(start("EST5EDT,M3.2.0,M11.1.0", "2040-03-12"), "2040-03-12T04:00:00Z");
    EXPECT_EQ(start("EET-2EEST,M3.5.0/0,M10.5.0/0", "2040-03-25"), "2040-03-24T22:00:00Z");  // a gap at midnight
    EXPECT_EQ(start("CST5CDT,M3.2.0/0,M11.1.0/1", "2040-11-04"), "2040-11-04T04:00:00Z");    // midnight comes twice
    EXPECT_EQ(start("AAA0BBB,M3.2.0/23:30,M11.1.0", "2040-03-12"), "2040-03-11T23:30:00Z");  // a gap over midnight
}

TEST(ClockRule, is_nothing_for_any_other_text) {
    for (const std::string_view text : {"",
                                        "UTC0",
                                        "EST5",
                                        "EST5EDT",
                                        "EST5EDT,M3.2.0",
                                        "EST5EDT,M3.2.0,M11.1.0,",
                                        "EST5EDT,M3.2.0,M11.1.0 ",
                                        "EST5EDT,J60,J300",
                                        "EST5EDT,60,300",
                                        "EST5EDT,M13.2.0,M11.1.0",
                                        "EST5EDT,M0.2.0,M11.1.0",
                                        "EST5EDT,M3.0.0,M11.1.0",
                                        "EST5EDT,M3.6.0,M11.1.0",
                                        "EST5EDT,M3.2.7,M11.1.0",
                                        "EST5EDT,M3.2.0/168,M11.1.0",
                                        "EST5EDT,M3.2.0/2:60,M11.1.0",
                                        "E5EDT,M3.2.0,M11.1.0",
                                        "ESTEDT,M3.2.0,M11.1.0",
                                        "<EST5EDT,M3.2.0,M11.1.0",
                                        "EST5EDT,M-3.2.0,M11.1.0",
                                        "EST5EDT,M3.2.0/,M11.1.0",
                                        "5,M3.2.0,M11.1.0",
                                        "\xff\xff\xff"
                                        "5EDT,M3.2.0,M11.1.0"}) {
        EXPECT_FALSE(ClockRule::parse(text)) << text;
    }
}

}  // namespace
}  // namespace toolkitd::base
