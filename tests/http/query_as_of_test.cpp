#include <gtest/gtest.h>

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "http/query.h"
#include "support/times.h"

namespace toolkitd::http {
namespace {

using testing::text;
using testing::zone;

// The instant, "none", or what was told to be wrong.
std::string read(std::vector<Parameter> query) {
    Request request;
    request.query = std::move(query);
    const auto instant = as_of(request, zone("America/Los_Angeles"));
    return instant ? text(*instant) : instant.error().name + " is not " + instant.error().given;
}

std::string read(const std::string& value) { return read(std::vector<Parameter>{{"as_of", value}}); }

TEST(QueryAsOf, is_none_where_it_is_not_given) {
    EXPECT_EQ(read(std::vector<Parameter>{}), "none");
    EXPECT_EQ(read(std::vector<Parameter>{{"asof", "x"}, {"AS_OF", "x"}, {"as_of ", "x"}, {"", "x"}}), "none");
}

TEST(QueryAsOf, is_an_instant_or_the_start_of_a_day_in_the_given_zone) {
    struct Form {
        std::string_view written;
        std::string_view means;
    };
    constexpr std::array kForms{
        Form{"2024-08-28T04:00:00Z", "2024-08-28T04:00:00Z"},
        Form{"2024-08-28T00:00:00-04:00", "2024-08-28T04:00:00Z"},
        Form{"2024-08-28T09:30:00 05:30", "2024-08-28T04:00:00Z"},
        Form{"2024-08-28T09:30:00+05:30", "2024-08-28T04:00:00Z"},
        Form{"2024-08-28T09:30:00.5 05:30", "2024-08-28T04:00:00Z"},
        Form{"2024-08-28T03:59:59.999Z", "2024-08-28T03:59:59Z"},
        Form{"2024-08-28", "2024-08-28T07:00:00Z"},
        Form{"2024-12-28", "2024-12-28T08:00:00Z"},
    };
    for (const auto& [written, means] : kForms) EXPECT_EQ(read(std::string(written)), means) << written;
}

TEST(QueryAsOf, reaches_as_far_as_instants_do) {
    EXPECT_EQ(read("0001-01-01T00:00:00Z"), "0001-01-01T00:00:00Z");
    EXPECT_EQ(read("9999-12-31T23:59:59Z"), "9999-12-31T23:59:59Z");
    EXPECT_EQ(read("9999-12-31T23:59:60Z"), "as_of is not 9999-12-31T23:59:60Z");
    EXPECT_EQ(read("10000-01-01T00:00:00Z"), "as_of is not 10000-01-01T00:00:00Z");
}

TEST(QueryAsOf, is_refused_and_told_back_where_it_is_anything_else) {
    for (const std::string value :
         {"", " ", "now", "2024", "2024-08", "2024-08-32", "2024-8-28", "28.08.2024", "2024-08-28 ", " 2024-08-28",
          "2024-08-28T04:00:00", "2024-08-28T04:00Z", "1724817600", "\r\n", "\xff", "2024-08-28T04:00:00  04:00",
          "2024-08-28T04:00:00Z 04:00", "2024-08-28 04:00:00 04:00", "2024-08-28T04:00:00\t04:00"}) {
        EXPECT_EQ(read(value), "as_of is not " + value);
    }
}

TEST(QueryAsOf, is_refused_where_it_is_given_twice_even_where_both_agree) {
    EXPECT_EQ(read(std::vector<Parameter>{{"as_of", "2024-08-28"}, {"as_of", "2024-08-29"}}),
              "as_of is not 2024-08-28 and 2024-08-29");
    EXPECT_EQ(read(std::vector<Parameter>{{"as_of", "2024-08-28"}, {"x", "y"}, {"as_of", "2024-08-28"}}),
              "as_of is not 2024-08-28 and 2024-08-28");
}

TEST(QueryAsOf, tells_its_forms_where_it_is_refused) {
    Request request;
    request.query = {{"as_of", "now"}};
    const auto refused = as_of(request, zone("UTC"));
    ASSERT_FALSE(refused);
    ASSERT_EQ(refused.error().allowed.size(), 2U);
    EXPECT_NE(refused.error().allowed[0].find("2024-08-28T04:00:00Z"), std::string::npos);
    EXPECT_NE(refused.error().allowed[1].find("2024-08-28"), std::string::npos);
}

}  // namespace
}  // namespace toolkitd::http
