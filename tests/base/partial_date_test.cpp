#include "base/partial_date.h"

#include <gtest/gtest.h>

#include <string_view>

#include "support/times.h"

namespace toolkitd::base {
namespace {

using testing::date;
using testing::day;

TEST(PartialDate, keeps_the_precision_of_its_text) {
    EXPECT_EQ(date("2024").precision, Precision::year);
    EXPECT_EQ(date("2024-01").precision, Precision::month);
    EXPECT_EQ(date("2024-01-31").precision, Precision::day);
}

TEST(PartialDate, is_written_as_it_was_read) {
    for (const std::string_view text : {"1000", "2024", "9999", "2024-01", "2024-12", "2024-01-01", "2024-02-29"}) {
        EXPECT_EQ(date(text).iso(), text);
    }
}

TEST(PartialDate, begins_with_the_first_day_that_it_can_mean) {
    EXPECT_EQ(date("2024").first, day("2024-01-01"));
    EXPECT_EQ(date("2024-08").first, day("2024-08-01"));
    EXPECT_EQ(date("2024-08-28").first, day("2024-08-28"));
}

TEST(PartialDate, ends_with_the_last_day_that_it_can_mean) {
    EXPECT_EQ(date("2024").last(), day("2024-12-31"));
    EXPECT_EQ(date("2024-08").last(), day("2024-08-31"));
    EXPECT_EQ(date("2024-09").last(), day("2024-09-30"));
    EXPECT_EQ(date("2024-02").last(), day("2024-02-29"));
    EXPECT_EQ(date("2023-02").last(), day("2023-02-28"));
    EXPECT_EQ(date("2024-12").last(), day("2024-12-31"));
    EXPECT_EQ(date("2024-08-28").last(), day("2024-08-28"));
}

TEST(PartialDate, a_month_is_not_its_first_day) { EXPECT_NE(date("2024-01"), date("2024-01-01")); }

TEST(PartialDate, refuses_everything_else) {
    for (const std::string_view text : {"",
                                        "0",
                                        "202",
                                        "20244",
                                        "0999",
                                        "0000-01-01",
                                        "2024-",
                                        "2024-1",
                                        "2024-00",
                                        "2024-13",
                                        "2024-01-",
                                        "2024-1-01",
                                        "2024-01-1",
                                        "2024-01-00",
                                        "2024-01-32",
                                        "2023-02-29",
                                        "2024-02-30",
                                        "2024-04-31",
                                        "2024/01/31",
                                        "2024.01",
                                        "2024-0131",
                                        "20240131",
                                        "-2024",
                                        "+2024",
                                        "2024-01-311",
                                        "2024-01-31T00:00:00Z",
                                        " 2024",
                                        "2024 ",
                                        "January 2024",
                                        "2024-Jan",
                                        "2O24",
                                        "2024-0a-01"}) {
        EXPECT_FALSE(parse_partial_date(text)) << text;
        EXPECT_FALSE(parse_day(text)) << text;
    }
}

TEST(ParseDay, takes_a_whole_date_and_nothing_less_precise) {
    EXPECT_EQ(parse_day("2024-01-31"), day("2024-01-31"));
    EXPECT_FALSE(parse_day("2024-01"));
    EXPECT_FALSE(parse_day("2024"));
}

}  // namespace
}  // namespace toolkitd::base
