#include <gtest/gtest.h>

#include <string_view>
#include <vector>

#include "http/conditional.h"
#include "support/times.h"

namespace toolkitd::http {
namespace {

using enum Outcome;
using testing::at;

Outcome outcome(std::vector<Field> fields, std::string_view own = "\"own\"") {
    Request request;
    request.fields = fields;
    return evaluate(request, {own, at("2024-08-28")}, at("2024-09-01"));
}

TEST(ConditionalTags, match_alone_and_in_lists) {
    for (const std::string_view list : {"\"own\"", "\"a\", \"own\"", "\"own\", \"a\"", "\"a\",\"own\",\"b\"",
                                        "\"a\" , \"own\"", ", ,\"own\"", "\"own\",", "\t\"a\",\t\"own\"\t",
                                        "\"a\"\"own\"", "\"\", \"own\"", "\"a,b\", \"own\"", "\"\xc3\xa9\", \"own\""}) {
        EXPECT_EQ(outcome({{FieldName::if_none_match, list}}), not_modified) << list;
        EXPECT_EQ(outcome({{FieldName::if_match, list}}), proceed) << list;
    }
}

TEST(ConditionalTags, match_across_several_fields) {
    EXPECT_EQ(outcome({{FieldName::if_none_match, "\"a\""}, {FieldName::if_none_match, "\"own\""}}), not_modified);
    EXPECT_EQ(outcome({{FieldName::if_match, "\"a\""}, {FieldName::if_match, "\"own\""}}), proceed);
}

TEST(ConditionalTags, match_every_content_with_an_asterisk_that_stands_alone) {
    for (const std::string_view any : {"*", " *", "*\t"}) {
        EXPECT_EQ(outcome({{FieldName::if_none_match, any}}), not_modified) << any;
        EXPECT_EQ(outcome({{FieldName::if_match, any}}), proceed) << any;
    }
    for (const std::string_view no_asterisk : {"*, \"a\"", "\"*\"", "**", "W/*"}) {
        EXPECT_EQ(outcome({{FieldName::if_none_match, no_asterisk}}), proceed) << no_asterisk;
        EXPECT_EQ(outcome({{FieldName::if_match, no_asterisk}}), failed) << no_asterisk;
    }
}

TEST(ConditionalTags, are_compared_weakly_by_if_none_match_and_strongly_by_if_match) {
    EXPECT_EQ(outcome({{FieldName::if_none_match, "W/\"own\""}}), not_modified);
    EXPECT_EQ(outcome({{FieldName::if_none_match, "\"a\", W/\"own\""}}), not_modified);
    EXPECT_EQ(outcome({{FieldName::if_match, "W/\"own\""}}), failed);
    EXPECT_EQ(outcome({{FieldName::if_match, "W/\"own\", \"own\""}}), proceed);
}

TEST(ConditionalTags, match_nothing_where_they_differ_in_any_byte) {
    for (const std::string_view tag : {"\"Own\"", "\"own \"", "\"ow\"", "\"owns\"", "\"\"", "\"own,\""}) {
        EXPECT_EQ(outcome({{FieldName::if_none_match, tag}}), proceed) << tag;
        EXPECT_EQ(outcome({{FieldName::if_match, tag}}), failed) << tag;
    }
}

TEST(ConditionalTags, match_nothing_from_where_a_list_cannot_be_read) {
    for (const std::string_view list :
         {"", " ", ",", "own", "own\"", "\"own", "w/\"own\"", "W\"own\"", "W/ \"own\"", "'own'", "x, \"own\"",
          "\"a\" x, \"own\"", "\"a\"; \"own\"", "\"a, \"own\"", "\\\"own\\\""}) {
        EXPECT_EQ(outcome({{FieldName::if_none_match, list}}), proceed) << list;
        EXPECT_EQ(outcome({{FieldName::if_match, list}}), failed) << list;
    }
}

TEST(ConditionalTags, match_a_tag_with_a_comma_in_it) {
    EXPECT_EQ(outcome({{FieldName::if_none_match, "\"x\", \"a,b\""}}, "\"a,b\""), not_modified);
    EXPECT_EQ(outcome({{FieldName::if_none_match, "\"a\", \"b\""}}, "\"a,b\""), proceed);
}

}  // namespace
}  // namespace toolkitd::http
