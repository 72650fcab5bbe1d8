#include "domain/words.h"

#include <gtest/gtest.h>

#include <string_view>
#include <vector>

#include "domain/currency.h"
#include "domain/status.h"

namespace toolkitd::domain {
namespace {

using Words = std::vector<std::string_view>;

// The words of the first enumerators, in the order of declaration.
template <typename Enum>
Words spelled(Enum last) {
    Words words;
    for (int i = 0; i <= static_cast<int>(last); ++i) words.push_back(word(static_cast<Enum>(i)));
    return words;
}

template <typename Enum>
void expect_read_back(Enum last) {
    for (int i = 0; i <= static_cast<int>(last); ++i) {
        const auto value = static_cast<Enum>(i);
        EXPECT_EQ(from_word<Enum>(word(value)), value) << word(value);
    }
}

TEST(Words, of_a_status) {
    EXPECT_EQ(spelled(StatusKind::unknown),
              (Words{"proposed", "pending", "effective", "partially_effective", "delayed", "stayed", "enjoined",
                     "vacated", "withdrawn", "superseded", "unknown"}));
}

TEST(Words, of_an_event) {
    EXPECT_EQ(spelled(EventKind::lifted), (Words{"proposed", "published", "corrected", "delayed", "effective", "stayed",
                                                 "enjoined", "vacated", "withdrawn", "superseded", "lifted"}));
}

TEST(Words, of_a_reason) {
    EXPECT_EQ(spelled(Reason::limited_in_part),
              (Words{"no_event_known", "proposed", "published_with_date", "published_without_date",
                     "effective_date_reached", "delayed_to_date", "delayed_without_date", "stayed", "enjoined",
                     "vacated", "withdrawn", "superseded", "limited_in_part"}));
}

TEST(Words, of_a_currency_and_its_reason) {
    EXPECT_EQ(spelled(CurrencyState::undetermined), (Words{"current", "predates_rule", "undetermined"}));
    EXPECT_EQ(spelled(CurrencyReason::reviewed),
              (Words{"dated_before_rule", "dated_on_or_after_rule", "date_spans_rule", "no_date", "no_regulation",
                     "no_rule_date_known", "rule_not_in_force", "reviewed"}));
}

TEST(Words, of_everything_else) {
    EXPECT_EQ(spelled(Basis::convention), (Words{"stated", "convention"}));
    EXPECT_EQ(spelled(DateRole::dated), (Words{"updated", "published", "recorded", "dated"}));
    EXPECT_EQ(spelled(Provenance::service), (Words{"publisher", "service"}));
    EXPECT_EQ(spelled(Confidence::medium), (Words{"high", "medium"}));
}

TEST(Words, are_read_back_as_what_they_stand_for) {
    expect_read_back(StatusKind::unknown);
    expect_read_back(EventKind::lifted);
    expect_read_back(Basis::convention);
    expect_read_back(CurrencyState::undetermined);
    expect_read_back(DateRole::dated);
    expect_read_back(Provenance::service);
    expect_read_back(Confidence::medium);
}

TEST(Words, in_any_other_spelling_are_no_words) {
    for (const std::string_view text : {"", "Pending", "pending ", "in_force", "partially-effective", "0"}) {
        EXPECT_FALSE(from_word<StatusKind>(text)) << text;
    }
    EXPECT_FALSE(from_word<StatusKind>("lifted"));
    EXPECT_FALSE(from_word<EventKind>("pending"));
}

}  // namespace
}  // namespace toolkitd::domain
