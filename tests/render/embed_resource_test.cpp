// Resources as an embed shows them: the publisher's line, its facts, and what is older than the rule.
#include <gtest/gtest.h>

#include "render/embedded.h"
#include "support/catalogues.h"
#include "support/times.h"

namespace toolkitd::render {
namespace {

using testing::kEmbedFragment;
using testing::part;
using testing::read_aloud;
using testing::Rendered;

// The first resource of the toolkit, changed as the test wants it.
template <typename Change>
std::string item(const Change& change, std::string_view instant = "2024-09-01", Language language = kUsualLanguage) {
    auto catalogue = testing::small_catalogue();
    catalogue.regulations[0].short_title = "T visa rule";
    change(catalogue.resources[0]);
    return part(Rendered(catalogue, instant, {}, language).answer(kEmbedFragment), "ct-resource");
}

TEST(EmbedResource, has_the_publishers_line_word_for_word_and_its_facts) {
    const auto html = part(testing::real_embeds("2024-09-01").answer(kEmbedFragment), "ct-resources");
    EXPECT_EQ(read_aloud(html),
              "Practice Advisory: CAST Law Enforcement Cooperation Guide (updated January 2024) "
              "Older than the T visa final rule. The resource is dated before the rule's effective date. "
              "Kind: Practice Advisory Updated: January 2024 "
              "You can find this resource on the original page on CAST’s website. "
              "Video: Reporting Trafficking Victimization to Law Enforcement (5 mins, November 2022) "
              "Older than the T visa final rule. The resource is dated before the rule's effective date. "
              "Kind: Video Date: November 2022 Length: 5 mins "
              "You can find this resource on the original page on CAST’s website.");
}

TEST(EmbedResource, is_inside_the_section_that_lists_it) {
    const auto html = testing::real_embeds("2024-09-01").answer(kEmbedFragment);
    const auto list = html.find("<ul class=\"ct-resources\">");
    EXPECT_GT(list, html.find("Toolkit Contents"));
    EXPECT_LT(list, html.find("Additional Resources"));
    EXPECT_EQ(html.find("<ul class=\"ct-resources\">", list + 1), std::string::npos);
}

TEST(EmbedResource, is_at_the_end_once_where_no_section_lists_it) {
    auto catalogue = testing::small_catalogue();
    catalogue.toolkits[0].sections[1].follows = domain::Follows::nothing;
    const Rendered rendered(catalogue, "2024-09-01");
    const auto html = rendered.answer(kEmbedFragment);
    const auto list = html.find("<ul class=\"ct-resources\">");
    EXPECT_GT(list, html.find(">Resources</h2>"));
    EXPECT_GT(list, html.find("Section toolkit-contents"));
    EXPECT_LT(list, html.find("class=\"ct-rights\""));
    EXPECT_EQ(rendered.answer(kEmbedFragment + "?sections=toolkit-contents").find("ct-resources"), std::string::npos);
}

TEST(EmbedResource, links_its_line_where_its_address_is_known) {
    const auto html = item([](auto& resource) { resource.href = "https://example.org/guide"; });
    EXPECT_NE(html.find("href=\"https://example.org/guide\">Resource guide</a></p>"), std::string::npos) << html;
    EXPECT_EQ(part(html, "ct-missing"), "");
}

TEST(EmbedResource, without_an_address_is_words_and_the_way_to_the_publishers_page) {
    const auto html = item([](auto&) {});
    EXPECT_NE(html.find("<p class=\"ct-resource-line\">Resource guide</p>"), std::string::npos) << html;
    EXPECT_NE(part(html, "ct-missing").find("href=\"https://example.org/lereporting\""), std::string::npos);
}

TEST(EmbedResource, is_marked_as_older_before_the_switch_at_it_and_after) {
    for (const auto instant : {"2024-08-28T03:59:59Z", "2024-08-28T04:00:00Z", "2024-08-28T04:00:01Z"}) {
        EXPECT_EQ(read_aloud(part(item([](auto&) {}, instant), "ct-mark")),
                  "Older than the T visa rule. The resource is dated before the rule's effective date.");
        EXPECT_EQ(read_aloud(part(item([](auto&) {}, instant, Language::spanish), "ct-mark")),
                  "Anterior a la norma “T visa rule”. El recurso lleva una fecha anterior a la entrada en vigor de la "
                  "norma.");
    }
}

TEST(EmbedResource, is_not_marked_where_it_is_current) {
    EXPECT_EQ(part(item([](auto& resource) { resource.dates[0].date = testing::date("2024-09"); }), "ct-mark"), "");
}

TEST(EmbedResource, says_what_is_not_known_and_why) {
    const auto without_a_date = [](auto& resource) { resource.dates.clear(); };
    EXPECT_EQ(read_aloud(part(item(without_a_date), "ct-mark")),
              "It is not known whether this is up to date. The resource bears no date.");
    EXPECT_EQ(read_aloud(part(item(without_a_date, "2024-09-01", Language::spanish), "ct-mark")),
              "No se sabe si este recurso está al día. El recurso no lleva fecha.");
}

TEST(EmbedResource, that_a_person_found_older_than_no_rule_that_is_shown_is_marked_all_the_same) {
    const auto html = item([](auto& resource) {
        resource.regulation.reset();
        resource.reviews = {{testing::day("2024-08-29"), testing::at("2024-08-29"),
                             domain::CurrencyState::predates_rule, "Read whole."}};
    });
    EXPECT_EQ(read_aloud(part(html, "ct-mark")),
              "Older than the rule. A person reviewed the resource and recorded this finding.");
}

TEST(EmbedResource, has_each_of_its_dates_with_what_happened_then) {
    const auto html = item([](auto& resource) {
        resource.dates = {{testing::date("2022"), "2022", domain::DateRole::recorded},
                          {testing::date("2023"), "2023", domain::DateRole::published}};
    });
    EXPECT_EQ(read_aloud(part(html, "ct-facts")), "Kind: Practice Advisory Recorded: 2022 Published: 2023");
}

// The marks of a toolkit's resources, where the toolkit and its first resource may be without a regulation.
std::string marks(bool toolkit_has_one, bool resource_has_one, bool dated = false) {
    auto catalogue = testing::small_catalogue();
    auto& resource = catalogue.resources[0];
    if (!dated) resource.dates = {};
    if (!resource_has_one) resource.regulation.reset();
    if (!toolkit_has_one) catalogue.toolkits[0].regulation.reset();
    catalogue.toolkits[0].resources = {resource.id};
    const Rendered rendered(catalogue, "2024-09-01");
    return part(rendered.answer(kEmbedFragment), "ct-mark");
}

TEST(EmbedResource, BearsNoMarkOfDoubtWithoutARegulation) {
    EXPECT_NE(marks(true, true).find("data-currency=\"undetermined\""), std::string::npos);
    EXPECT_EQ(marks(true, false), "");
    EXPECT_EQ(marks(false, true), "");
    EXPECT_EQ(marks(false, false), "");
    EXPECT_NE(marks(false, true, true).find("data-currency=\"predates_rule\""), std::string::npos);
}

TEST(EmbedResource, BearsTheMarkOfAReviewWithoutARegulation) {
    const auto html = item([](domain::Resource& resource) {
        resource.regulation.reset();
        resource.reviews = {
            {testing::day("2024-01-01"), testing::at("2024-01-01"), domain::CurrencyState::undetermined, "Unclear."}};
    });
    EXPECT_NE(html.find("ct-mark"), std::string::npos);
}

}  // namespace
}  // namespace toolkitd::render
