#include <gtest/gtest.h>

#include <optional>
#include <string_view>
#include <vector>

#include "domain/currency.h"
#include "support/regulations.h"
#include "support/status_text.h"
#include "support/times.h"

namespace toolkitd::domain {
namespace {

using testing::at;

const std::vector<ResourceDate> kBeforeTheRule{{testing::date("2024-01"), "January 2024", DateRole::updated}};

Review review(std::string_view on, CurrencyState finding, std::string note = "") {
    return {testing::day(on), at(on), finding, std::move(note)};
}

Currency currency(const std::vector<Review>& reviews, std::string_view instant) {
    return currency_at(kBeforeTheRule, reviews, status_at(testing::t_visa_rule(), at(instant)), at(instant));
}

TEST(CurrencyByReview, counts_from_the_start_of_the_day_of_the_review) {
    const std::vector reviews{review("2024-09-10", CurrencyState::current)};
    EXPECT_EQ(currency(reviews, "2024-09-10T03:59:59Z").state, CurrencyState::predates_rule);
    EXPECT_EQ(currency(reviews, "2024-09-10T04:00:00Z").state, CurrencyState::current);
    EXPECT_EQ(currency(reviews, "2024-09-10T04:00:01Z").state, CurrencyState::current);
    EXPECT_EQ(currency(reviews, "2030-01-01").state, CurrencyState::current);
}

TEST(CurrencyByReview, names_the_review_that_decided) {
    const Currency found = currency({review("2024-09-10", CurrencyState::current, "Read whole.")}, "2024-09-10");
    EXPECT_EQ(found.reason, CurrencyReason::reviewed);
    ASSERT_TRUE(found.review);
    EXPECT_EQ(found.review->note, "Read whole.");
}

TEST(CurrencyByReview, goes_by_the_latest_so_far_in_whatever_order_they_are_kept) {
    const std::vector reviews{review("2025-02-01", CurrencyState::predates_rule),
                              review("2024-09-10", CurrencyState::current),
                              review("2024-12-01", CurrencyState::undetermined)};
    EXPECT_EQ(currency(reviews, "2024-11-30").state, CurrencyState::current);
    EXPECT_EQ(currency(reviews, "2024-12-01").state, CurrencyState::undetermined);
    EXPECT_EQ(currency(reviews, "2025-02-01").state, CurrencyState::predates_rule);
    EXPECT_EQ(currency(reviews, "2025-02-01").reason, CurrencyReason::reviewed);
}

TEST(CurrencyByReview, of_two_on_one_day_goes_by_the_one_kept_last) {
    const std::vector reviews{review("2024-09-10", CurrencyState::current),
                              review("2024-09-10", CurrencyState::predates_rule)};
    EXPECT_EQ(currency(reviews, "2024-09-10").state, CurrencyState::predates_rule);
}

TEST(CurrencyByReview, overrides_the_lack_of_a_date_of_a_rule_and_of_its_force) {
    const std::vector reviews{review("2024-09-10", CurrencyState::current)};
    const auto vacated = testing::regulation(
        {testing::published("2024-04-30", "2024-08-28"), testing::event("gone", EventKind::vacated, "2024-09-01")});
    const auto later = at("2024-09-11");
    for (const auto& status : {std::optional<Status>(), std::optional(status_at(vacated, later))}) {
        EXPECT_EQ(currency_at({}, reviews, status, later).reason, CurrencyReason::reviewed);
    }
}

}  // namespace
}  // namespace toolkitd::domain
