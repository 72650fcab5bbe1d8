#include <gtest/gtest.h>

#include <array>
#include <string_view>

#include "base/instant.h"
#include "support/times.h"

namespace toolkitd::base {
namespace {

using testing::at;
using testing::text;

const Instant kNow = at("2024-08-28T04:00:00Z");

struct Reading {
    std::string_view written;
    std::string_view means;
};

TEST(HttpDate, prints_an_imf_fixdate) {
    EXPECT_EQ(http_date(at("1994-11-06T08:49:37Z")), "Sun, 06 Nov 1994 08:49:37 GMT");
    EXPECT_EQ(http_date(at("2024-08-28T04:00:00Z")), "Wed, 28 Aug 2024 04:00:00 GMT");
    EXPECT_EQ(http_date(at("1969-12-31T23:59:59Z")), "Wed, 31 Dec 1969 23:59:59 GMT");
    EXPECT_EQ(http_date(kEarliest), "Mon, 01 Jan 0001 00:00:00 GMT");
    EXPECT_EQ(http_date(kLatest), "Fri, 31 Dec 9999 23:59:59 GMT");
}

TEST(HttpDate, reads_all_three_forms) {
    constexpr std::array kReadings{
        Reading{"Sun, 06 Nov 1994 08:49:37 GMT", "1994-11-06T08:49:37Z"},
        Reading{"Sunday, 06-Nov-94 08:49:37 GMT", "1994-11-06T08:49:37Z"},
        Reading{"Sun Nov  6 08:49:37 1994", "1994-11-06T08:49:37Z"},
        Reading{"Wed Aug 28 04:00:00 2024", "2024-08-28T04:00:00Z"},
        Reading{"Thu, 29 Feb 2024 23:59:59 GMT", "2024-02-29T23:59:59Z"},
        Reading{"Sat, 31 Dec 2016 23:59:60 GMT", "2017-01-01T00:00:00Z"},
        Reading{"Fri, 31 Dec 9999 23:59:59 GMT", "9999-12-31T23:59:59Z"},
    };
    for (const auto& [written, means] : kReadings) EXPECT_EQ(text(parse_http_date(written, kNow)), means) << written;
}

TEST(HttpDate, puts_a_two_digit_year_at_most_50_years_ahead) {
    constexpr std::array kReadings{
        Reading{"Monday, 01-Jan-24 00:00:00 GMT", "2024-01-01T00:00:00Z"},
        Reading{"Tuesday, 28-Aug-73 04:00:00 GMT", "2073-08-28T04:00:00Z"},
        Reading{"Tuesday, 28-Aug-74 03:59:59 GMT", "2074-08-28T03:59:59Z"},
        Reading{"Tuesday, 28-Aug-74 04:00:00 GMT", "2074-08-28T04:00:00Z"},
        Reading{"Tuesday, 28-Aug-74 04:00:01 GMT", "1974-08-28T04:00:01Z"},
        Reading{"Tuesday, 29-Aug-74 00:00:00 GMT", "1974-08-29T00:00:00Z"},
        Reading{"Tuesday, 01-Jan-75 00:00:00 GMT", "1975-01-01T00:00:00Z"},
        Reading{"Friday, 31-Dec-99 23:59:59 GMT", "1999-12-31T23:59:59Z"},
    };
    for (const auto& [written, means] : kReadings) EXPECT_EQ(text(parse_http_date(written, kNow)), means) << written;
}

TEST(HttpDate, puts_a_two_digit_year_into_the_next_century_when_that_is_nearer) {
    const Instant late = at("2080-01-01T00:00:00Z");
    EXPECT_EQ(text(parse_http_date("Friday, 01-Jan-10 00:00:00 GMT", late)), "2110-01-01T00:00:00Z");
    EXPECT_EQ(text(parse_http_date("Friday, 01-Jan-31 00:00:00 GMT", late)), "2031-01-01T00:00:00Z");
    EXPECT_EQ(text(parse_http_date("Friday, 01-Jan-80 00:00:00 GMT", late)), "2080-01-01T00:00:00Z");
}

TEST(HttpDate, takes_29_february_for_the_century_that_has_one) {
    EXPECT_EQ(text(parse_http_date("Tuesday, 29-Feb-00 00:00:00 GMT", kNow)), "2000-02-29T00:00:00Z");
    EXPECT_EQ(text(parse_http_date("Tuesday, 29-Feb-23 00:00:00 GMT", kNow)), "none");
}

TEST(HttpDate, refuses_everything_else) {
    for (const std::string_view written : {"",
                                           "Sun",
                                           "Sun, 06 Nov 1994 08:49:37",
                                           "Sun, 06 Nov 1994 08:49:37 UTC",
                                           "Sun, 06 Nov 1994 08:49:37 gmt",
                                           "sun, 06 Nov 1994 08:49:37 GMT",
                                           "Sun, 06 nov 1994 08:49:37 GMT",
                                           "Sun, 6 Nov 1994 08:49:37 GMT",
                                           "Sun,06 Nov 1994 08:49:37 GMT",
                                           "Sun, 06 Nov 94 08:49:37 GMT",
                                           "Sun, 06 Nov 1994 8:49:37 GMT",
                                           "Sun, 06 Nov 1994 24:00:00 GMT",
                                           "Sun, 06 Nov 1994 08:60:37 GMT",
                                           "Sun, 06 Nov 1994 08:49:61 GMT",
                                           "Sun, 31 Nov 1994 08:49:37 GMT",
                                           "Sun, 00 Nov 1994 08:49:37 GMT",
                                           "Sun, 06 Nov 0000 08:49:37 GMT",
                                           "Sun, 06 Nov 1994 08:49:37 GMT ",
                                           " Sun, 06 Nov 1994 08:49:37 GMT",
                                           "Sun, 06-Nov-94 08:49:37 GMT",
                                           "Sunday, 06 Nov 1994 08:49:37 GMT",
                                           "Sunday, 06-Nov-1994 08:49:37 GMT",
                                           "Sunday, 6-Nov-94 08:49:37 GMT",
                                           "Sun Nov 6 08:49:37 1994",
                                           "Sun Nov  6 08:49:37 94",
                                           "Sun Nov  6 08:49:37 1994 GMT",
                                           "Sun Nov   6 08:49:37 1994",
                                           "Fri, 31 Dec 9999 23:59:60 GMT",
                                           "2024-08-28T04:00:00Z",
                                           "1724817600",
                                           "*"}) {
        EXPECT_EQ(text(parse_http_date(written, kNow)), "none") << written;
    }
}

}  // namespace
}  // namespace toolkitd::base
