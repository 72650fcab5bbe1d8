#include "render/wording.h"

#include <gtest/gtest.h>

#include <set>

#include "support/regulations.h"
#include "support/status_text.h"
#include "support/times.h"

namespace toolkitd::render {
namespace {

using domain::CurrencyReason;
using domain::EventKind;
using domain::Reason;
using testing::event;
using testing::published;

constexpr auto kLastReason = static_cast<int>(Reason::limited_in_part);
constexpr auto kLastCurrencyReason = static_cast<int>(CurrencyReason::reviewed);

std::string reason(std::vector<domain::Event> events, std::string_view instant) {
    return reason_text(domain::status_at(testing::regulation(std::move(events)), testing::at(instant)),
                       Language::english);
}

TEST(LongDate, is_written_as_the_publisher_writes_it) {
    EXPECT_EQ(long_date(testing::day("2024-08-28"), Language::english), "August 28, 2024");
    EXPECT_EQ(long_date(testing::day("2025-01-01"), Language::english), "January 1, 2025");
    EXPECT_EQ(long_date(testing::day("2025-12-31"), Language::english), "December 31, 2025");
}

TEST(ReasonText, is_a_sentence_for_every_reason) {
    std::set<std::string> texts;
    for (int i = 0; i <= kLastReason; ++i) {
        domain::Status status;
        status.reason = static_cast<Reason>(i);
        status.effective = testing::moment("2024-08-28");
        const std::string text = reason_text(status, Language::english);
        EXPECT_TRUE(text.ends_with('.')) << domain::word(status.reason) << ": " << text;
        texts.insert(text);
    }
    EXPECT_EQ(texts.size(), static_cast<std::size_t>(kLastReason) + 1) << "no two are the same";
}

TEST(ReasonText, names_the_date_that_decides) {
    const auto rule = published("2024-04-30", "2024-08-28");
    EXPECT_EQ(reason({rule}, "2024-05-01"), "The rule is published and takes effect on August 28, 2024.");
    EXPECT_EQ(reason({rule}, "2024-08-28"), "The rule's effective date, August 28, 2024, has come.");
    EXPECT_EQ(reason({rule, event("d", EventKind::delayed, "2024-08-01").on("2025-01-02")}, "2024-08-01"),
              "The rule's effective date is delayed to January 2, 2025.");
    EXPECT_EQ(reason({rule, event("e", EventKind::enjoined, "2024-09-01").in({"Texas"})}, "2024-09-01"),
              "The rule is in effect since August 28, 2024, except for the parts listed in limits.");
}

TEST(ReasonText, says_that_no_date_ends_a_block) {
    const auto rule = published("2024-04-30", "2024-08-28");
    EXPECT_EQ(reason({rule, event("s", EventKind::stayed, "2024-08-01")}, "2024-08-28"),
              "The rule is stayed; no date ends a stay.");
    EXPECT_EQ(reason({rule, event("v", EventKind::vacated, "2024-08-01")}, "2024-08-28"),
              "The rule is vacated; no date revives it.");
}

TEST(CurrencyReasonText, is_a_sentence_for_every_reason) {
    std::set<std::string> texts;
    for (int i = 0; i <= kLastCurrencyReason; ++i) {
        domain::Currency currency;
        currency.reason = static_cast<CurrencyReason>(i);
        const std::string text = reason_text(currency, Language::english);
        EXPECT_TRUE(text.ends_with('.')) << domain::word(currency.reason) << ": " << text;
        texts.insert(text);
    }
    EXPECT_EQ(texts.size(), static_cast<std::size_t>(kLastCurrencyReason) + 1) << "no two are the same";
}

TEST(ConventionText, names_the_zone) {
    EXPECT_EQ(convention_text("America/New_York", Language::english),
              "The source names a day and no hour; the start of that day in America/New_York is taken.");
}

}  // namespace
}  // namespace toolkitd::render
