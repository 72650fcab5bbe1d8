#include <gtest/gtest.h>

#include "render/rendered.h"
#include "support/catalogues.h"
#include "support/regulations.h"
#include "support/times.h"

namespace toolkitd::render {
namespace {

using testing::Rendered;

std::string currency(const domain::Catalogue& catalogue, std::string_view instant, const std::string& part = "") {
    return Rendered(catalogue, instant).json("/v1/resources/guide", "/data/currency" + part);
}

domain::Catalogue dated(std::string_view date) {
    auto catalogue = testing::small_catalogue();
    catalogue.resources[0].dates = {{testing::date(date), std::string(date), domain::DateRole::updated}};
    return catalogue;
}

TEST(Currency, is_told_with_the_rule_its_date_and_the_reason) {
    EXPECT_EQ(currency(testing::small_catalogue(), "2024-05-01"),
              R"({"state":"predates_rule","regulation":"t-visa-final-rule-2024","effective_date":"2024-08-28",)"
              R"("rule_in_effect":false,"reason":{"code":"dated_before_rule",)"
              R"("text":"The resource is dated before the rule's effective date."},"review":null})");
}

TEST(Currency, stays_when_the_rule_takes_effect_and_says_that_it_has) {
    const auto catalogue = testing::small_catalogue();
    EXPECT_EQ(currency(catalogue, "2024-08-28T03:59:59Z", "/rule_in_effect"), "false");
    EXPECT_EQ(currency(catalogue, "2024-08-28T04:00:00Z", "/rule_in_effect"), "true");
    EXPECT_EQ(currency(catalogue, "2024-08-28T04:00:01Z", "/rule_in_effect"), "true");
    EXPECT_EQ(currency(catalogue, "2024-08-28T04:00:00Z", "/state"), R"("predates_rule")");
}

TEST(Currency, goes_by_the_date_at_its_own_precision) {
    EXPECT_EQ(currency(dated("2024-08-28"), "2024-09-01", "/state"), R"("current")");
    EXPECT_EQ(currency(dated("2024-08-28"), "2024-09-01", "/reason/code"), R"("dated_on_or_after_rule")");
    EXPECT_EQ(currency(dated("2024-08"), "2024-09-01", "/state"), R"("undetermined")");
    EXPECT_EQ(currency(dated("2024-08"), "2024-09-01", "/reason/code"), R"("date_spans_rule")");
    EXPECT_EQ(currency(dated("2023"), "2024-09-01", "/state"), R"("predates_rule")");
}

TEST(Currency, before_the_rule_is_known_names_the_rule_and_no_date) {
    EXPECT_EQ(currency(testing::small_catalogue(), "2024-04-29"),
              R"({"state":"undetermined","regulation":"t-visa-final-rule-2024","effective_date":null,)"
              R"("rule_in_effect":null,"reason":{"code":"no_rule_date_known",)"
              R"("text":"No effective date of the rule is known at this instant."},"review":null})");
}

TEST(Currency, of_a_resource_that_is_tied_to_no_rule_is_undetermined) {
    auto catalogue = testing::small_catalogue();
    catalogue.resources[0].regulation = {};
    EXPECT_EQ(currency(catalogue, "2024-09-01"),
              R"({"state":"undetermined","regulation":null,"effective_date":null,"rule_in_effect":null,)"
              R"("reason":{"code":"no_regulation",)"
              R"("text":"The resource is tied to no regulation that is shown at this instant."},"review":null})");
}

TEST(Currency, names_no_rule_that_is_not_shown) {
    auto catalogue = testing::small_catalogue();
    catalogue.regulations[0].window.until = testing::at("2024-09-01");
    EXPECT_EQ(currency(catalogue, "2024-08-31T23:00:00Z", "/regulation"), R"("t-visa-final-rule-2024")");
    EXPECT_EQ(currency(catalogue, "2024-09-01", "/regulation"), "null");
    EXPECT_EQ(currency(catalogue, "2024-09-01", "/reason/code"), R"("no_regulation")");
}

TEST(Currency, says_what_a_person_found_and_when) {
    auto catalogue = testing::small_catalogue();
    catalogue.resources[0].reviews = {
        {testing::day("2024-09-10"), testing::at("2024-09-10"), domain::CurrencyState::current, "Read whole."}};
    EXPECT_EQ(currency(catalogue, "2024-09-10T03:59:59Z", "/review"), "null");
    EXPECT_EQ(currency(catalogue, "2024-09-10"),
              R"({"state":"current","regulation":"t-visa-final-rule-2024","effective_date":"2024-08-28",)"
              R"("rule_in_effect":true,"reason":{"code":"reviewed",)"
              R"("text":"A person reviewed the resource and recorded this finding."},)"
              R"("review":{"on":"2024-09-10","finding":"current","note":"Read whole."}})");
}

TEST(Currency, of_a_vacated_rule_says_that_the_rule_is_not_in_force) {
    auto catalogue = testing::small_catalogue();
    catalogue.regulations[0].events.push_back(testing::event("gone", domain::EventKind::vacated, "2025-02-01"));
    EXPECT_EQ(currency(catalogue, "2025-02-01", "/reason/code"), R"("rule_not_in_force")");
    EXPECT_EQ(currency(catalogue, "2025-02-01", "/rule_in_effect"), "false");
}

}  // namespace
}  // namespace toolkitd::render
