#include "site/timeline.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "render/rich_catalogue.h"
#include "support/catalogues.h"
#include "support/regulations.h"
#include "support/times.h"

namespace toolkitd::site {
namespace {

using domain::EventKind;
using testing::at;

// Every instant on a line, with what happens then.
std::string told(const domain::Catalogue& catalogue) {
    std::string lines;
    for (const auto& change : timeline(catalogue)) {
        lines += base::rfc3339(change.at) + "\n";
        for (const auto& sentence : change.what) lines += "  " + sentence + "\n";
    }
    return lines;
}

domain::Catalogue following(std::vector<domain::Event> events) {
    auto catalogue = testing::empty_catalogue();
    catalogue.regulations = {testing::regulation(std::move(events))};
    return catalogue;
}

TEST(Timeline, is_empty_where_nothing_ever_happens) { EXPECT_EQ(told(testing::empty_catalogue()), ""); }

TEST(Timeline, tells_what_becomes_known_of_a_rule_and_when_its_status_changes) {
    EXPECT_EQ(told(testing::small_catalogue()), R"(2024-04-30T04:00:00Z
  regulation t-visa-final-rule-2024: the event published (published) becomes known
  regulation t-visa-final-rule-2024: the status changes from unknown to pending
2024-08-23T04:00:00Z
  regulation t-visa-final-rule-2024: the event corrected-2024 (corrected) becomes known
2024-08-28T04:00:00Z
  regulation t-visa-final-rule-2024: the status changes from pending to effective
2025-01-14T05:00:00Z
  regulation t-visa-final-rule-2024: the event corrected-2025 (corrected) becomes known
)");
}

TEST(Timeline, tells_when_items_are_shown_and_no_longer_shown) {
    const domain::Window window{at("2024-06-01"), at("2024-07-01")};
    auto catalogue = testing::empty_catalogue();
    catalogue.regulations = {testing::regulation({})};
    catalogue.regulations[0].window = window;
    catalogue.toolkits = {testing::toolkit("kit")};
    catalogue.toolkits[0].window = window;
    catalogue.toolkits[0].sections = {testing::section("part")};
    catalogue.toolkits[0].sections[0].window = window;
    catalogue.resources = {testing::resource("guide")};
    catalogue.resources[0].window = window;
    catalogue.notices = {testing::notice("news", {})};
    catalogue.notices[0].window = window;
    EXPECT_EQ(told(catalogue), R"(2024-06-01T04:00:00Z
  regulation rule is shown from now on
  toolkit kit is shown from now on
  section kit/part is shown from now on
  resource guide is shown from now on
  notice news is shown from now on
2024-07-01T04:00:00Z
  regulation rule is no longer shown
  toolkit kit is no longer shown
  section kit/part is no longer shown
  resource guide is no longer shown
  notice news is no longer shown
)");
}

TEST(Timeline, tells_what_a_review_finds) {
    auto catalogue = testing::empty_catalogue();
    catalogue.resources = {testing::resource("guide")};
    catalogue.resources[0].reviews = {
        {testing::day("2024-09-10"), at("2024-09-10"), domain::CurrencyState::current, "Read."}};
    EXPECT_EQ(told(catalogue), "2024-09-10T04:00:00Z\n  resource guide: a review finds it current\n");
}

TEST(Timeline, keeps_an_instant_that_was_planned_and_then_overridden) {
    EXPECT_EQ(told(following({testing::published("2024-04-30", "2024-08-28"),
                              testing::event("delayed", EventKind::delayed, "2024-08-01")})),
              R"(2024-04-30T04:00:00Z
  regulation rule: the event published (published) becomes known
  regulation rule: the status changes from unknown to pending
2024-08-01T04:00:00Z
  regulation rule: the event delayed (delayed) becomes known
  regulation rule: the status changes from pending to delayed
2024-08-28T04:00:00Z
)");
}

TEST(Timeline, tells_where_nothing_but_a_history_changes) {
    std::string instants;
    for (const auto& change : timeline(testing::small_catalogue())) {
        instants += base::rfc3339(change.at) + (change.history_alone ? " history\n" : " more\n");
    }
    EXPECT_EQ(instants, R"(2024-04-30T04:00:00Z more
2024-08-23T04:00:00Z history
2024-08-28T04:00:00Z more
2025-01-14T05:00:00Z history
)");
}

TEST(Timeline, takes_a_new_date_for_more_than_history_though_the_status_has_the_same_word) {
    const auto changes =
        timeline(following({testing::event("published", EventKind::published, "2024-04-30").on("2024-08-28"),
                            testing::event("delayed", EventKind::delayed, "2024-05-10").on("2024-12-01"),
                            testing::event("again", EventKind::delayed, "2024-06-10").on("2025-03-01")}));
    ASSERT_GE(changes.size(), 3U);
    EXPECT_FALSE(changes[2].history_alone);
}

TEST(Timeline, names_each_instant_once_in_ascending_order) {
    const auto changes = timeline(testing::rich_catalogue());
    EXPECT_GT(changes.size(), 15U);
    EXPECT_EQ(std::adjacent_find(changes.begin(), changes.end(),
                                 [](const Change& a, const Change& b) { return a.at >= b.at; }),
              changes.end());
}

}  // namespace
}  // namespace toolkitd::site
