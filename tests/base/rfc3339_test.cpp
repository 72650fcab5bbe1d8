#include <gtest/gtest.h>

#include <array>
#include <chrono>
#include <string>
#include <string_view>

#include "base/instant.h"
#include "support/times.h"

namespace toolkitd::base {
namespace {

using std::chrono::sys_days;
using std::chrono::year;
using testing::text;

struct Reading {
    std::string_view written;
    std::string_view means;
};

TEST(Rfc3339, prints_an_instant_in_utc_to_the_second) {
    EXPECT_EQ(rfc3339(sys_days{year{2024} / 8 / 28} + std::chrono::hours{4}), "2024-08-28T04:00:00Z");
    EXPECT_EQ(rfc3339(Instant{}), "1970-01-01T00:00:00Z");
    EXPECT_EQ(rfc3339(Instant{} - std::chrono::seconds{1}), "1969-12-31T23:59:59Z");
    EXPECT_EQ(rfc3339(kEarliest), "0001-01-01T00:00:00Z");
    EXPECT_EQ(rfc3339(kLatest), "9999-12-31T23:59:59Z");
}

TEST(Rfc3339, reads_every_way_to_write_an_instant) {
    constexpr std::array kReadings{
        Reading{"2024-08-28T04:00:00Z", "2024-08-28T04:00:00Z"},
        Reading{"2024-08-28t04:00:00z", "2024-08-28T04:00:00Z"},
        Reading{"2024-08-28T00:00:00-04:00", "2024-08-28T04:00:00Z"},
        Reading{"2024-08-28T09:30:00+05:30", "2024-08-28T04:00:00Z"},
        Reading{"2024-08-28T04:00:00-00:00", "2024-08-28T04:00:00Z"},
        Reading{"2024-08-27T04:01:00-23:59", "2024-08-28T04:00:00Z"},
        Reading{"2024-08-29T03:59:00+23:59", "2024-08-28T04:00:00Z"},
        Reading{"2024-02-29T23:30:00-01:00", "2024-03-01T00:30:00Z"},
        Reading{"0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z"},
        Reading{"9999-12-31T23:59:59Z", "9999-12-31T23:59:59Z"},
    };
    for (const auto& [written, means] : kReadings) EXPECT_EQ(text(parse_rfc3339(written)), means) << written;
}

TEST(Rfc3339, drops_a_fraction_so_that_no_instant_is_reached_early) {
    constexpr std::array kReadings{
        Reading{"2024-08-28T03:59:59.9Z", "2024-08-28T03:59:59Z"},
        Reading{"2024-08-28T03:59:59.999999999999999999999999999999Z", "2024-08-28T03:59:59Z"},
        Reading{"2024-08-28T04:00:00.000-00:00", "2024-08-28T04:00:00Z"},
        Reading{"1969-12-31T23:59:59.5Z", "1969-12-31T23:59:59Z"},
        Reading{"2024-08-28T00:00:00.25-04:00", "2024-08-28T04:00:00Z"},
    };
    for (const auto& [written, means] : kReadings) EXPECT_EQ(text(parse_rfc3339(written)), means) << written;
}

TEST(Rfc3339, counts_a_leap_second_as_the_next_second) {
    EXPECT_EQ(text(parse_rfc3339("1990-12-31T23:59:60Z")), "1991-01-01T00:00:00Z");
    EXPECT_EQ(text(parse_rfc3339("1990-12-31T15:59:60-08:00")), "1991-01-01T00:00:00Z");
    EXPECT_EQ(text(parse_rfc3339("1990-12-31T23:59:60.75Z")), "1991-01-01T00:00:00Z");
}

TEST(Rfc3339, refuses_a_leap_second_anywhere_but_at_the_end_of_a_month) {
    for (const std::string_view written : {"2024-08-28T04:00:60Z", "2024-08-28T23:59:60Z", "1990-12-31T23:58:60Z",
                                           "1990-12-31T23:59:60-08:00", "1990-12-31T22:59:60Z"}) {
        EXPECT_EQ(text(parse_rfc3339(written)), "none") << written;
    }
}

TEST(Rfc3339, refuses_whatever_falls_out_of_the_years_1_to_9999) {
    for (const std::string_view written : {"0000-12-31T23:59:59Z", "0001-01-01T00:00:00+00:01", "0000-12-31T23:59:60Z",
                                           "9999-12-31T23:59:60Z", "9999-12-31T23:59:00-00:01"}) {
        EXPECT_EQ(text(parse_rfc3339(written)), "none") << written;
    }
}

TEST(Rfc3339, refuses_everything_else) {
    for (const std::string_view written : {"",
                                           "2",
                                           "2024",
                                           "2024-08-28",
                                           "2024-08-28T",
                                           "2024-08-28T04:00Z",
                                           "2024-08-28T04:00:00",
                                           "2024-08-28 04:00:00Z",
                                           "2024-08-28_04:00:00Z",
                                           "2024-8-28T04:00:00Z",
                                           "24-08-28T04:00:00Z",
                                           "02024-08-28T04:00:00Z",
                                           "+2024-08-28T04:00:00Z",
                                           "-2024-08-28T04:00:00Z",
                                           "2024-00-28T04:00:00Z",
                                           "2024-13-28T04:00:00Z",
                                           "2024-08-00T04:00:00Z",
                                           "2024-08-32T04:00:00Z",
                                           "2023-02-29T04:00:00Z",
                                           "2024-04-31T04:00:00Z",
                                           "2024-08-28T24:00:00Z",
                                           "2024-08-28T04:60:00Z",
                                           "2024-08-28T04:00:61Z",
                                           "2024-08-28T-4:00:00Z",
                                           "2024-08-28T04:00:00.Z",
                                           "2024-08-28T04:00:00,5Z",
                                           "2024-08-28T04:00:00.5",
                                           "2024-08-28T04:00:00.-04:00",
                                           "2024-08-28T04:00:00+24:00",
                                           "2024-08-28T04:00:00+04:60",
                                           "2024-08-28T04:00:00+4:00",
                                           "2024-08-28T04:00:00+0400",
                                           "2024-08-28T04:00:00+04",
                                           "2024-08-28T04:00:00  04:00",
                                           "2024-08-28T04:00:00 04:00",
                                           "2024-08-28T04:00:0004:00",
                                           "2024-08-28T04:00:00\xE2\x88\x92"
                                           "04:00",
                                           "2024-08-28T04:00:00\xE2\x80\x93"
                                           "04:00",
                                           "2024-08-28T04:00:00\t04:00",
                                           "2024-08-28T04:00:00 Z",
                                           "2024-08-28T04:00:00ZZ",
                                           "2024-08-28T04:00:00Z ",
                                           " 2024-08-28T04:00:00Z",
                                           "2024-08-28T04:00:00GMT",
                                           "2024-W35-3T04:00:00Z",
                                           "1724817600",
                                           "now",
                                           "\xff\xfe"}) {
        EXPECT_EQ(text(parse_rfc3339(written)), "none") << written;
    }
}

TEST(Rfc3339, refuses_a_text_with_a_nul_or_digits_of_another_script) {
    EXPECT_FALSE(parse_rfc3339(std::string_view("2024-08-28T04:00:00Z\0", 21)));
    EXPECT_FALSE(parse_rfc3339(std::string_view("2024-08-28T04:00:0\0Z", 20)));
    EXPECT_FALSE(parse_rfc3339("２024-08-28T04:00:00Z"));
    EXPECT_FALSE(parse_rfc3339(std::string_view()));
}

TEST(Rfc3339, reads_no_further_than_the_view_given_to_it) {
    const std::string longer = "2024-08-28T04:00:00Z";
    for (std::size_t length = 0; length < longer.size(); ++length) {
        EXPECT_FALSE(parse_rfc3339(std::string_view(longer).substr(0, length))) << length;
    }
}

}  // namespace
}  // namespace toolkitd::base
