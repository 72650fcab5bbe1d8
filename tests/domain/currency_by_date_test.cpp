#include <gtest/gtest.h>

#include <algorithm>
#include <initializer_list>
#include <string_view>
#include <vector>

#include "domain/currency.h"
#include "support/regulations.h"
#include "support/status_text.h"
#include "support/times.h"

namespace toolkitd::domain {
namespace {

using testing::at;
using testing::event;
using testing::published;
using testing::regulation;
using Texts = std::initializer_list<std::string_view>;

const Event kRule = published("2024-04-30", "2024-08-28");

std::vector<ResourceDate> dated(Texts texts) {
    std::vector<ResourceDate> dates;
    for (const auto text : texts) dates.push_back({testing::date(text), std::string(text), DateRole::updated});
    return dates;
}

std::string currency(Texts dates, const Regulation& rule, std::string_view instant) {
    const Currency found = currency_at(dated(dates), {}, status_at(rule, at(instant)), at(instant));
    EXPECT_FALSE(found.review);
    return std::string(word(found.state)) + ", " + std::string(word(found.reason));
}

constexpr std::string_view kBefore = "predates_rule, dated_before_rule";
constexpr std::string_view kAfter = "current, dated_on_or_after_rule";
constexpr std::string_view kSpans = "undetermined, date_spans_rule";

TEST(CurrencyByDate, goes_by_the_day_at_the_precision_of_the_date) {
    struct Case {
        std::string_view date, effective, expected;
    };
    for (const auto& [date, effective, expected] : {
             Case{"2024-01", "2024-08-28", kBefore},  // the two real resources
             Case{"2022-11", "2024-08-28", kBefore},   Case{"2024-08-27", "2024-08-28", kBefore},
             Case{"2024-08-28", "2024-08-28", kAfter}, Case{"2024-08-29", "2024-08-28", kAfter},
             Case{"2024-07", "2024-08-28", kBefore},   Case{"2024-08", "2024-08-28", kSpans},
             Case{"2024-09", "2024-08-28", kAfter},    Case{"2023", "2024-08-28", kBefore},
             Case{"2024", "2024-08-28", kSpans},       Case{"2025", "2024-08-28", kAfter},
             Case{"2024-09", "2024-09-01", kSpans},  // a month holds its first day
             Case{"2024-08", "2024-09-01", kBefore},   Case{"2024-08-31", "2024-09-01", kBefore},
             Case{"2024-08", "2024-08-31", kSpans},  // and its last
             Case{"2024-09", "2024-08-31", kAfter},    Case{"2024", "2024-01-01", kSpans},
             Case{"2024", "2024-12-31", kSpans},       Case{"2023", "2024-01-01", kBefore},
         }) {
        const auto rule = regulation({published("2023-06-01", effective)});
        EXPECT_EQ(currency({date}, rule, "2026-01-01"), expected) << date << " and " << effective;
    }
}

TEST(CurrencyByDate, is_the_same_before_and_after_the_day) {
    for (const auto instant : {"2024-04-30", "2024-08-28T03:59:59Z", "2024-08-28T04:00:00Z", "2024-08-28T04:00:01Z"}) {
        EXPECT_EQ(currency({"2024-01"}, regulation({kRule}), instant), kBefore) << instant;
        EXPECT_EQ(currency({"2024-09"}, regulation({kRule}), instant), kAfter) << instant;
    }
}

TEST(CurrencyByDate, goes_by_the_latest_of_several_dates_in_whatever_order) {
    const auto rule = regulation({kRule});
    for (const auto& [a, b, expected] : {
             std::tuple{"2022-11", "2024-09-15", kAfter},
             std::tuple{"2022-11", "2024-08-27", kBefore},
             std::tuple{"2023", "2024-08", kSpans},
             std::tuple{"2024-08", "2024-08-31", kAfter},  // the day is known to be after the rule
             std::tuple{"2024", "2024-11-15", kAfter},
             std::tuple{"2024", "2024-02-15", kSpans},
         }) {
        EXPECT_EQ(currency({a, b}, rule, "2025-01-01"), expected) << a << ' ' << b;
        EXPECT_EQ(currency({b, a}, rule, "2025-01-01"), expected) << b << ' ' << a;
    }
}

TEST(CurrencyByDate, is_undetermined_without_a_date_a_rule_or_a_date_of_the_rule) {
    EXPECT_EQ(currency({}, regulation({kRule}), "2025-01-01"), "undetermined, no_date");
    EXPECT_EQ(currency({"2024-01"}, regulation({kRule}), "2024-04-29"), "undetermined, no_rule_date_known");
    EXPECT_EQ(currency({"2024-01"}, regulation({published("2024-04-30")}), "2024-05-01"),
              "undetermined, no_rule_date_known");
    const Currency none = currency_at(dated({"2024-01"}), {}, std::nullopt, at("2025-01-01"));
    EXPECT_EQ(none.state, CurrencyState::undetermined);
    EXPECT_EQ(none.reason, CurrencyReason::no_regulation);
}

TEST(CurrencyByDate, follows_the_date_of_the_rule_when_that_is_moved) {
    const auto rule = regulation({kRule, event("delay", EventKind::delayed, "2024-08-20").on("2025-01-15"),
                                  event("open", EventKind::delayed, "2024-12-20")});
    EXPECT_EQ(currency({"2024-10"}, rule, "2024-08-19"), kAfter);
    EXPECT_EQ(currency({"2024-10"}, rule, "2024-08-20"), kBefore);
    EXPECT_EQ(currency({"2024-10"}, rule, "2024-12-20"), "undetermined, no_rule_date_known");
}

TEST(CurrencyByDate, nothing_predates_a_rule_that_is_vacated_or_withdrawn) {
    for (const auto kind : {EventKind::vacated, EventKind::withdrawn}) {
        const auto rule = regulation({kRule, event("gone", kind, "2025-03-03")});
        EXPECT_EQ(currency({"2024-01"}, rule, "2025-03-02"), kBefore);
        EXPECT_EQ(currency({"2024-01"}, rule, "2025-03-03"), "current, rule_not_in_force");
        EXPECT_EQ(currency({"2024-08"}, rule, "2025-03-03"), "undetermined, rule_not_in_force");
        EXPECT_EQ(currency({"2024-09"}, rule, "2025-03-03"), "undetermined, rule_not_in_force");
    }
}

TEST(CurrencyByDate, is_what_it_was_while_a_rule_is_stayed_enjoined_or_superseded) {
    for (const auto kind : {EventKind::stayed, EventKind::enjoined, EventKind::superseded}) {
        const auto rule = regulation({kRule, event("block", kind, "2025-03-03")});
        EXPECT_EQ(currency({"2024-01"}, rule, "2025-03-03"), kBefore) << word(kind);
        EXPECT_EQ(currency({"2024-09"}, rule, "2025-03-03"), kAfter) << word(kind);
    }
}

}  // namespace
}  // namespace toolkitd::domain
