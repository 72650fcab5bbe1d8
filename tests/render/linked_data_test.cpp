// Linked data: what is said of each item, and how it ends. That it keeps to schema.org's vocabulary is looked at in
// tests/contract.
#include "render/linked_data.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <string>
#include <string_view>
#include <utility>

#include "render/json_text.h"
#include "render/pages.h"
#include "render/real_catalogue.h"
#include "render/rendered.h"
#include "render/rich_catalogue.h"
#include "support/catalogues.h"
#include "support/times.h"

namespace toolkitd::render {
namespace {

using testing::at;
using testing::Rendered;

constexpr std::string_view kInForce = "2024-08-28T04:00:00Z";
const std::string kToolkit = linked_data_path("/v1/toolkits/lereporting");
const std::string kRule = linked_data_path("/v1/regulations/t-visa-final-rule-2024");

std::string said_of(domain::Resource changed, const std::string& pointer) {
    domain::Catalogue catalogue = testing::empty_catalogue();
    catalogue.resources = {std::move(changed)};
    const Rendered rendered(std::move(catalogue), kInForce);
    return rendered.keys(linked_data_path("/v1/resources/it"), "").find(pointer.substr(1)) == std::string::npos
               ? "none"
               : rendered.json(linked_data_path("/v1/resources/it"), pointer);
}

domain::ResourceDate date(std::string_view text, domain::DateRole role) {
    return {*base::parse_partial_date(text), std::string(text), role};
}

TEST(LinkedData, of_a_toolkit_names_its_parts_in_their_order) {
    const Rendered rendered(testing::real_catalogue(), kInForce);
    EXPECT_EQ(rendered.text(kToolkit, "/sameAs"), "https://casttta.nationbuilder.com/lereporting");
    EXPECT_EQ(rendered.text(kToolkit, "/hasPart/1/name"), "Target Audience");
    EXPECT_EQ(rendered.json(kToolkit, "/hasPart/1/position"), "1");
    EXPECT_EQ(rendered.text(kToolkit, "/hasPart/5/@type"), "CreativeWork");
    EXPECT_EQ(rendered.text(kToolkit, "/hasPart/6/@type"), "VideoObject");
    EXPECT_EQ(rendered.text(kToolkit, "/hasPart/6/creativeWorkStatus/termCode"), "predates_rule");
    EXPECT_EQ(rendered.text(kToolkit, "/about/@id"), "/v1/regulations/t-visa-final-rule-2024");
}

TEST(LinkedData, says_whose_words_a_notice_is_in_only_where_they_are_the_publishers) {
    const Rendered pending(testing::real_catalogue(), "2024-08-28T03:59:59Z");
    EXPECT_EQ(pending.text(kToolkit, "/hasPart/0/author/alternateName"), "CAST");
    const Rendered effective(testing::real_catalogue(), kInForce);
    EXPECT_EQ(effective.keys(kToolkit, "/hasPart/0"), "@type text inLanguage");
}

TEST(LinkedData, sends_a_survivor_where_the_publisher_does) {
    const auto& audience = testing::real_catalogue().audience;
    const Rendered rendered(testing::real_catalogue(), kInForce);
    for (const auto& [path, pointer] :
         {std::pair{kToolkit, "/publisher/contactPoint"}, std::pair{kRule, "/subjectOf/publisher/contactPoint"}}) {
        EXPECT_EQ(rendered.text(path, std::string(pointer) + "/description"), audience.survivor_redirect.plain);
        EXPECT_EQ(rendered.text(path, std::string(pointer) + "/telephone"), "1-888-539-2373");
        EXPECT_EQ(rendered.text(path, std::string(pointer) + "/url"), *audience.canonical_url);
    }
}

TEST(LinkedData, leads_a_survivor_straight_to_help_once_that_address_is_known) {
    auto catalogue = testing::real_catalogue();
    catalogue.audience.survivor_redirect.links.at(0).href = "https://example.org/help";
    const Rendered rendered(std::move(catalogue), kInForce);
    EXPECT_EQ(rendered.text(kToolkit, "/publisher/contactPoint/url"), "https://example.org/help");
}

TEST(LinkedData, claims_no_rights_in_the_law) {
    const Rendered rendered(testing::real_catalogue(), kInForce);
    EXPECT_EQ(rendered.keys(kRule, "").find("copyright"), std::string::npos);
    EXPECT_EQ(rendered.text(kRule, "/subjectOf/copyrightHolder/name"), testing::real_catalogue().rights.holder);
    EXPECT_EQ(rendered.text(kToolkit, "/copyrightNotice"), testing::real_catalogue().rights.text.plain);
}

TEST(LinkedData, tells_of_a_correction_once_it_is_known) {
    const std::string list = "/@reverse/legislationCorrects";
    EXPECT_EQ(Rendered(testing::real_catalogue(), "2024-08-01").keys(kRule, "").find("@reverse"), std::string::npos);
    EXPECT_EQ(Rendered(testing::real_catalogue(), "2024-12-31").text(kRule, list + "/0/legislationIdentifier"),
              "89 FR 68081");
    EXPECT_EQ(Rendered(testing::real_catalogue(), "2025-02-01").text(kRule, list + "/1/datePublished"), "2025-01-14");
}

TEST(LinkedData, has_the_history_of_a_regulation_among_the_pages_that_an_event_changes) {
    const auto catalogue = testing::real_catalogue();
    const Options options;
    const auto pages = history_pages(View(catalogue, at(kInForce), options));
    EXPECT_EQ(std::count_if(pages.begin(), pages.end(), [](const Page& page) { return page.path == kRule; }), 1);
}

TEST(LinkedData, leaves_out_the_force_of_a_rule_of_which_nothing_is_known) {
    const Rendered rendered(testing::real_catalogue(), "2024-01-01");
    EXPECT_EQ(rendered.keys(kRule, "").find("legislationLegalForce"), std::string::npos);
    EXPECT_EQ(rendered.keys(kRule, "").find("datePublished"), std::string::npos);
}

TEST(LinkedData, dates_a_resource_as_precisely_as_the_publisher_does_and_by_what_it_says_happened) {
    auto resource = testing::resource("it");
    resource.dates = {date("2024-01", domain::DateRole::updated), date("2022", domain::DateRole::published),
                      date("2021-05-06", domain::DateRole::dated)};
    EXPECT_EQ(said_of(resource, "/dateModified"), "\"2024-01\"");
    EXPECT_EQ(said_of(resource, "/datePublished"), "\"2022\"");
    EXPECT_EQ(said_of(resource, "/dateCreated"), "none");
    resource.dates.push_back(date("2024-03", domain::DateRole::updated));
    EXPECT_EQ(said_of(resource, "/dateModified"), "[\"2024-01\",\"2024-03\"]");
}

TEST(LinkedData, gives_a_duration_to_what_is_played_and_a_time_to_what_is_not) {
    auto resource = testing::resource("it");
    resource.duration = domain::Duration{std::chrono::minutes{5}, "5 mins"};
    resource.kind = "video";
    EXPECT_EQ(said_of(resource, "/duration"), "\"PT5M\"");
    resource.kind = "course";
    EXPECT_EQ(said_of(resource, "/timeRequired"), "\"PT5M\"");
    EXPECT_EQ(said_of(resource, "/@type"), "\"CreativeWork\"");
}

TEST(LinkedData, says_of_the_document_alone_when_it_holds) {
    const auto& catalogue = testing::real_catalogue();
    Options options;
    const Rendered rendered(catalogue, kInForce);
    const auto ended = [&](const Validity& validity) {
        return finish(rendered.page(kToolkit), validity, catalogue, options);
    };
    const auto until = at("2024-08-28T04:00:00Z");
    EXPECT_EQ(testing::keys_at(ended({}), "/subjectOf"), "@type encodingFormat version");
    EXPECT_EQ(testing::text_at(ended({{}, until}), "/subjectOf/temporalCoverage"), "../2024-08-28T04:00:00Z");
    EXPECT_EQ(testing::text_at(ended({{}, until}), "/subjectOf/expires"), "2024-08-28T04:00:00Z");
    EXPECT_EQ(testing::text_at(ended({until, {}}), "/subjectOf/temporalCoverage"), "2024-08-28T04:00:00Z/..");
    EXPECT_EQ(testing::text_at(ended({}), "/subjectOf/version"), catalogue.revision);
    options.rehearsal = true;
    EXPECT_EQ(testing::text_at(ended({}), "/subjectOf/creativeWorkStatus"), "Rehearsal");
}

TEST(LinkedData, stands_beside_the_page_of_each_item_and_of_nothing_else) {
    const Rendered rendered(testing::rich_catalogue(), "2024-10-01", {"https://api.example.org", {}});
    for (const auto& page : rendered.enveloped()) {
        const auto linked = linked_data_path(page.path);
        EXPECT_EQ(rendered.has(linked), !page.linked_data.empty()) << page.path;
        if (page.linked_data.empty()) continue;
        EXPECT_EQ(page.linked_data, "https://api.example.org" + page.path);
        EXPECT_EQ(rendered.text(linked, "/@id"), page.linked_data);
        EXPECT_EQ(rendered.page(linked).canonical, page.canonical);
        EXPECT_EQ(rendered.page(linked).language, page.language);
    }
}

TEST(LinkedData, in_a_page_of_html_is_a_block_that_nothing_in_it_ends) {
    auto catalogue = testing::real_catalogue();
    catalogue.toolkits.front().title = "</script><script>alert(1)</script><!--";
    const Options options;
    const View view(catalogue, at(kInForce), options);
    const std::string block = linked_data_block(view, catalogue.toolkits.front());
    constexpr std::string_view kBegin = "<script type=\"application/ld+json\">";
    constexpr std::string_view kEnd = "</script>";
    ASSERT_TRUE(block.starts_with(kBegin));
    ASSERT_TRUE(block.ends_with(kEnd));
    const auto json = block.substr(kBegin.size(), block.size() - kBegin.size() - kEnd.size());
    EXPECT_EQ(json.find('<'), std::string::npos);
    EXPECT_EQ(testing::text_at(json, "/name"), catalogue.toolkits.front().title);
    EXPECT_EQ(testing::text_at(json, "/hasPart/1/name"), "Target Audience");
    EXPECT_EQ(testing::text_at(json, "/copyrightHolder/name"), catalogue.rights.holder);
}

}  // namespace
}  // namespace toolkitd::render
