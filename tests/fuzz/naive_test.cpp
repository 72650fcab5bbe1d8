#include "fuzz/naive.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace toolkitd::fuzz {
namespace {

using ::testing::ElementsAre;

TEST(NaiveReading, splits_at_every_separator) {
    EXPECT_THAT(split("a,,b", ","), ElementsAre("a", "", "b"));
    EXPECT_THAT(split("", ","), ElementsAre(""));
    EXPECT_THAT(split("a\r\nb\r\n", "\r\n"), ElementsAre("a", "b", ""));
}

TEST(NaiveReading, trims_spaces_and_tabs_alone) { EXPECT_EQ(trimmed(" \ta b\n \t"), "a b\n"); }

TEST(NaiveReading, decodes_a_percent_sign_and_two_digits) {
    EXPECT_EQ(percent_decoded("%41%2fb%"), "A/b%");
    EXPECT_EQ(percent_decoded("%4%zz+%u0041"), "%4%zz+%u0041");
    EXPECT_EQ(form_decoded("a+b%2Bc"), "a b+c");
}

TEST(NaiveReading, counts_what_does_not_overlap) { EXPECT_EQ(count("aaaa", "aa"), 2U); }

}  // namespace
}  // namespace toolkitd::fuzz
