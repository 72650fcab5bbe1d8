#include "site/consequences.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/catalogues.h"
#include "support/times.h"

namespace toolkitd::site {
namespace {

using testing::at;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(Consequences, of_a_rules_publication_are_its_notice_and_what_predates_it) {
    EXPECT_THAT(consequences(testing::small_catalogue(), at("2024-04-30T04:00:00Z")),
                ElementsAre("toolkit lereporting: the notice changes from none to pending",
                            "resource guide: the currency changes from undetermined to predates_rule",
                            "resource video: the currency changes from undetermined to predates_rule"));
}

TEST(Consequences, of_the_switch_are_there_at_its_second_and_at_no_other) {
    const auto catalogue = testing::small_catalogue();
    EXPECT_THAT(consequences(catalogue, at("2024-08-28T03:59:59Z")), IsEmpty());
    EXPECT_THAT(consequences(catalogue, at("2024-08-28T04:00:00Z")),
                ElementsAre("toolkit lereporting: the notice changes from pending to switched"));
    EXPECT_THAT(consequences(catalogue, at("2024-08-28T04:00:01Z")), IsEmpty());
}

TEST(Consequences, leave_out_what_only_then_begins_to_be_shown) {
    auto catalogue = testing::small_catalogue();
    catalogue.toolkits[0].window.from = at("2024-08-28T04:00:00Z");
    for (auto& resource : catalogue.resources) resource.window.from = at("2024-04-30T04:00:00Z");
    EXPECT_THAT(consequences(catalogue, at("2024-04-30T04:00:00Z")), IsEmpty());
    EXPECT_THAT(consequences(catalogue, at("2024-08-28T04:00:00Z")), IsEmpty());
}

TEST(Consequences, of_a_review_are_the_currency_that_it_found) {
    auto catalogue = testing::small_catalogue();
    catalogue.resources[0].reviews = {
        {testing::day("2024-09-10"), at("2024-09-10"), domain::CurrencyState::current, "Read."}};
    EXPECT_THAT(
        consequences(catalogue, at("2024-09-10")),
        ElementsAre("resource " + catalogue.resources[0].id + ": the currency changes from predates_rule to current"));
}

}  // namespace
}  // namespace toolkitd::site
