#include <gtest/gtest.h>

#include <string_view>
#include <vector>

#include "http/conditional.h"
#include "support/times.h"

namespace toolkitd::http {
namespace {

using enum Outcome;
using testing::at;

constexpr std::string_view kOwn = "\"own\"";
constexpr std::string_view kOther = "\"other\"";
constexpr std::string_view kBefore = "Tue, 27 Aug 2024 00:00:00 GMT";
constexpr std::string_view kSince = "Wed, 28 Aug 2024 04:00:00 GMT";  // the own date

Outcome outcome(std::vector<Field> fields) {
    Request request;
    request.fields = fields;
    return evaluate(request, {kOwn, at("2024-08-28T04:00:00Z")}, at("2024-09-01"));
}

TEST(ConditionalPrecedence, proceeds_without_a_condition) { EXPECT_EQ(outcome({}), proceed); }

TEST(ConditionalPrecedence, follows_each_condition_that_stands_alone) {
    EXPECT_EQ(outcome({{"If-Match", kOwn}}), proceed);
    EXPECT_EQ(outcome({{"If-Match", kOther}}), failed);
    EXPECT_EQ(outcome({{"If-Unmodified-Since", kSince}}), proceed);
    EXPECT_EQ(outcome({{"If-Unmodified-Since", kBefore}}), failed);
    EXPECT_EQ(outcome({{"If-None-Match", kOwn}}), not_modified);
    EXPECT_EQ(outcome({{"If-None-Match", kOther}}), proceed);
    EXPECT_EQ(outcome({{"If-Modified-Since", kSince}}), not_modified);
    EXPECT_EQ(outcome({{"If-Modified-Since", kBefore}}), proceed);
}

TEST(ConditionalPrecedence, passes_over_if_unmodified_since_where_there_is_if_match) {
    EXPECT_EQ(outcome({{"If-Match", kOwn}, {"If-Unmodified-Since", kBefore}}), proceed);
    EXPECT_EQ(outcome({{"If-Unmodified-Since", kSince}, {"If-Match", kOther}}), failed);
}

TEST(ConditionalPrecedence, passes_over_if_modified_since_where_there_is_if_none_match) {
    EXPECT_EQ(outcome({{"If-None-Match", kOther}, {"If-Modified-Since", kSince}}), proceed);
    EXPECT_EQ(outcome({{"If-Modified-Since", kBefore}, {"If-None-Match", kOwn}}), not_modified);
    EXPECT_EQ(outcome({{"If-None-Match", "unreadable"}, {"If-Modified-Since", kSince}}), proceed);
}

TEST(ConditionalPrecedence, puts_what_fails_before_what_is_not_modified) {
    EXPECT_EQ(outcome({{"If-None-Match", kOwn}, {"If-Match", kOther}}), failed);
    EXPECT_EQ(outcome({{"If-None-Match", kOwn}, {"If-Unmodified-Since", kBefore}}), failed);
    EXPECT_EQ(outcome({{"If-Modified-Since", kSince}, {"If-Match", kOther}}), failed);
    EXPECT_EQ(outcome({{"If-Modified-Since", kSince}, {"If-Unmodified-Since", kBefore}}), failed);
}

TEST(ConditionalPrecedence, goes_on_to_the_second_step_where_the_first_is_met) {
    EXPECT_EQ(outcome({{"If-Match", kOwn}, {"If-None-Match", kOwn}}), not_modified);
    EXPECT_EQ(outcome({{"If-Match", kOwn}, {"If-None-Match", kOther}}), proceed);
    EXPECT_EQ(outcome({{"If-Match", kOwn}, {"If-Modified-Since", kSince}}), not_modified);
    EXPECT_EQ(outcome({{"If-Unmodified-Since", kSince}, {"If-None-Match", kOwn}}), not_modified);
    EXPECT_EQ(outcome({{"If-Unmodified-Since", kSince}, {"If-Modified-Since", kSince}}), not_modified);
}

TEST(ConditionalPrecedence, knows_the_fields_in_any_case) {
    EXPECT_EQ(outcome({{"if-none-match", kOwn}}), not_modified);
    EXPECT_EQ(outcome({{"IF-MATCH", kOther}}), failed);
}

TEST(ConditionalPrecedence, passes_over_the_conditions_of_ranges) {
    EXPECT_EQ(outcome({{"If-Range", kOther}, {"Range", "bytes=0-1"}}), proceed);
}

}  // namespace
}  // namespace toolkitd::http
