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
    EXPECT_EQ(outcome({{FieldName::if_match, kOwn}}), proceed);
    EXPECT_EQ(outcome({{FieldName::if_match, kOther}}), failed);
    EXPECT_EQ(outcome({{FieldName::if_unmodified_since, kSince}}), proceed);
    EXPECT_EQ(outcome({{FieldName::if_unmodified_since, kBefore}}), failed);
    EXPECT_EQ(outcome({{FieldName::if_none_match, kOwn}}), not_modified);
    EXPECT_EQ(outcome({{FieldName::if_none_match, kOther}}), proceed);
    EXPECT_EQ(outcome({{FieldName::if_modified_since, kSince}}), not_modified);
    EXPECT_EQ(outcome({{FieldName::if_modified_since, kBefore}}), proceed);
}

TEST(ConditionalPrecedence, passes_over_if_unmodified_since_where_there_is_if_match) {
    EXPECT_EQ(outcome({{FieldName::if_match, kOwn}, {FieldName::if_unmodified_since, kBefore}}), proceed);
    EXPECT_EQ(outcome({{FieldName::if_unmodified_since, kSince}, {FieldName::if_match, kOther}}), failed);
}

TEST(ConditionalPrecedence, passes_over_if_modified_since_where_there_is_if_none_match) {
    EXPECT_EQ(outcome({{FieldName::if_none_match, kOther}, {FieldName::if_modified_since, kSince}}), proceed);
    EXPECT_EQ(outcome({{FieldName::if_modified_since, kBefore}, {FieldName::if_none_match, kOwn}}), not_modified);
    EXPECT_EQ(outcome({{FieldName::if_none_match, "unreadable"}, {FieldName::if_modified_since, kSince}}), proceed);
}

TEST(ConditionalPrecedence, puts_what_fails_before_what_is_not_modified) {
    EXPECT_EQ(outcome({{FieldName::if_none_match, kOwn}, {FieldName::if_match, kOther}}), failed);
    EXPECT_EQ(outcome({{FieldName::if_none_match, kOwn}, {FieldName::if_unmodified_since, kBefore}}), failed);
    EXPECT_EQ(outcome({{FieldName::if_modified_since, kSince}, {FieldName::if_match, kOther}}), failed);
    EXPECT_EQ(outcome({{FieldName::if_modified_since, kSince}, {FieldName::if_unmodified_since, kBefore}}), failed);
}

TEST(ConditionalPrecedence, goes_on_to_the_second_step_where_the_first_is_met) {
    EXPECT_EQ(outcome({{FieldName::if_match, kOwn}, {FieldName::if_none_match, kOwn}}), not_modified);
    EXPECT_EQ(outcome({{FieldName::if_match, kOwn}, {FieldName::if_none_match, kOther}}), proceed);
    EXPECT_EQ(outcome({{FieldName::if_match, kOwn}, {FieldName::if_modified_since, kSince}}), not_modified);
    EXPECT_EQ(outcome({{FieldName::if_unmodified_since, kSince}, {FieldName::if_none_match, kOwn}}), not_modified);
    EXPECT_EQ(outcome({{FieldName::if_unmodified_since, kSince}, {FieldName::if_modified_since, kSince}}),
              not_modified);
}

}  // namespace
}  // namespace toolkitd::http
