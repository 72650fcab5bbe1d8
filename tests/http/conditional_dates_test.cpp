#include <gtest/gtest.h>

#include <optional>
#include <string_view>
#include <vector>

#include "http/conditional.h"
#include "support/times.h"

namespace toolkitd::http {
namespace {

using enum Outcome;
using testing::at;

Outcome outcome(std::vector<Field> fields, std::optional<std::string_view> own = "2024-08-28T04:00:00Z") {
    Request request;
    request.fields = fields;
    const auto date = own ? std::optional(at(*own)) : std::nullopt;
    return evaluate(request, {"\"own\"", date}, at("2024-09-01T00:00:00Z"));
}

Outcome since(std::string_view date) { return outcome({{FieldName::if_modified_since, date}}); }
Outcome unmodified_since(std::string_view date) { return outcome({{FieldName::if_unmodified_since, date}}); }

TEST(ConditionalDates, are_read_in_all_three_forms) {
    for (const std::string_view date :
         {"Wed, 28 Aug 2024 04:00:00 GMT", "Wednesday, 28-Aug-24 04:00:00 GMT", "Wed Aug 28 04:00:00 2024"}) {
        EXPECT_EQ(since(date), not_modified) << date;
        EXPECT_EQ(unmodified_since(date), proceed) << date;
    }
    for (const std::string_view date :
         {"Wed, 28 Aug 2024 03:59:59 GMT", "Wednesday, 28-Aug-24 03:59:59 GMT", "Wed Aug 28 03:59:59 2024"}) {
        EXPECT_EQ(since(date), proceed) << date;
        EXPECT_EQ(unmodified_since(date), failed) << date;
    }
}

TEST(ConditionalDates, hold_from_the_own_second_on) {
    EXPECT_EQ(since("Wed, 28 Aug 2024 03:59:59 GMT"), proceed);
    EXPECT_EQ(since("Wed, 28 Aug 2024 04:00:00 GMT"), not_modified);
    EXPECT_EQ(since("Wed, 28 Aug 2024 04:00:01 GMT"), not_modified);
}

TEST(ConditionalDates, are_passed_over_where_they_lie_ahead) {
    EXPECT_EQ(since("Sun, 01 Sep 2024 00:00:00 GMT"), not_modified);
    EXPECT_EQ(since("Sun, 01 Sep 2024 00:00:01 GMT"), proceed);
    EXPECT_EQ(since("Fri, 31 Dec 9999 23:59:59 GMT"), proceed);
    EXPECT_EQ(unmodified_since("Sun, 01 Sep 2024 00:00:01 GMT"), proceed);
}

TEST(ConditionalDates, are_passed_over_where_they_cannot_be_read) {
    for (const std::string_view date : {"", "yesterday", "0", "1724817600", "2024-08-28T04:00:00Z", "Wed, 28 Aug 2024",
                                        "Wed, 28 Aug 2024 04:00:00 UTC", "Wed, 32 Aug 2024 04:00:00 GMT",
                                        "Wed, 28 Aug 2024 04:00:00 GMT, Wed, 28 Aug 2024 04:00:00 GMT"}) {
        EXPECT_EQ(since(date), proceed) << date;
        EXPECT_EQ(unmodified_since(date), proceed) << date;
    }
}

TEST(ConditionalDates, are_passed_over_where_there_are_two) {
    const Field date{FieldName::if_modified_since, "Wed, 28 Aug 2024 04:00:00 GMT"};
    EXPECT_EQ(outcome({date, date}), proceed);
}

TEST(ConditionalDates, are_passed_over_where_the_content_has_none) {
    EXPECT_EQ(outcome({{FieldName::if_modified_since, "Sat, 31 Aug 2024 00:00:00 GMT"}}, std::nullopt), proceed);
    EXPECT_EQ(outcome({{FieldName::if_unmodified_since, "Thu, 01 Jan 1970 00:00:00 GMT"}}, std::nullopt), proceed);
}

}  // namespace
}  // namespace toolkitd::http
