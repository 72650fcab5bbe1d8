#include "render/feed.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "render/json_text.h"
#include "render/pages.h"
#include "render/rich_catalogue.h"
#include "support/catalogues.h"
#include "support/regulations.h"
#include "support/times.h"

namespace toolkitd::render {
namespace {

using testing::at;

// The entries at an instant, a line each: "planned 2024-04-30T04:00:00Z: title".
std::string told(const domain::Catalogue& catalogue, std::string_view instant, FeedScope scope = nullptr,
                 Language language = Language::english) {
    const Options options;
    std::string lines;
    for (const auto& entry : feed_entries(View(catalogue, at(instant), options, language), scope)) {
        lines += std::string(word(entry.told)) + " " + base::rfc3339(entry.at) + ": " + entry.title + "\n";
    }
    return lines;
}

std::vector<FeedEntry> entries(const domain::Catalogue& catalogue, std::string_view instant) {
    const Options options;
    return feed_entries(View(catalogue, at(instant), options), nullptr);
}

domain::Revision revision(std::string_view on, std::string note) { return {testing::day(on), at(on), std::move(note)}; }

domain::Catalogue rule_alone() {
    auto catalogue = testing::empty_catalogue();
    catalogue.regulations = {testing::t_visa_rule()};
    catalogue.regulations[0].short_title = "Rule";
    return catalogue;
}

TEST(Feed, knows_nothing_of_an_event_before_it_was_announced) {
    EXPECT_EQ(told(rule_alone(), "2024-04-30T03:59:59Z"), "");
}

TEST(Feed, tells_what_was_announced_and_first_of_all_what_is_planned) {
    EXPECT_EQ(told(rule_alone(), "2024-08-28T03:59:59Z"),
              "planned 2024-04-30T04:00:00Z: Rule: planned to be in effect on August 28, 2024\n"
              "event 2024-08-23T04:00:00Z: Rule: corrected\n"
              "event 2024-04-30T04:00:00Z: Rule: published\n");
}

TEST(Feed, tells_what_has_happened_in_the_place_of_the_plan_from_that_instant_on) {
    for (const std::string_view instant : {"2024-08-28T04:00:00Z", "2024-08-28T04:00:01Z"}) {
        EXPECT_EQ(told(rule_alone(), instant),
                  "status 2024-08-28T04:00:00Z: Rule: now in effect\n"
                  "event 2024-08-23T04:00:00Z: Rule: corrected\n"
                  "event 2024-04-30T04:00:00Z: Rule: published\n");
    }
}

TEST(Feed, says_in_words_that_a_plan_is_a_plan) {
    const auto planned = entries(rule_alone(), "2024-08-01").front();
    EXPECT_EQ(planned.due, at("2024-08-28"));
    EXPECT_NE(planned.text.find("it has not happened yet, and may change"), std::string::npos);
    EXPECT_NE(planned.text.find("the start of that day in America/New_York is taken"), std::string::npos);
}

TEST(Feed, drops_a_plan_that_was_given_up) {
    auto catalogue = testing::empty_catalogue();
    catalogue.regulations = {
        testing::regulation({testing::published("2024-04-30", "2024-08-28"),
                             testing::event("delayed", domain::EventKind::delayed, "2024-08-01").on("2024-12-01")})};
    catalogue.regulations[0].short_title = "Rule";
    EXPECT_EQ(told(catalogue, "2024-08-28"),
              "planned 2024-08-01T04:00:00Z: Rule: planned to be in effect on December 1, 2024\n"
              "event 2024-08-01T04:00:00Z: Rule: delayed\n"
              "event 2024-04-30T04:00:00Z: Rule: published\n");
}

TEST(Feed, tells_of_items_that_come_and_go_and_of_none_before_it_comes) {
    auto catalogue = testing::empty_catalogue();
    catalogue.resources = {testing::resource("guide")};
    catalogue.resources[0].title = "Guide";
    catalogue.resources[0].window = {at("2024-05-01T07:00:00Z"), at("2024-06-01T07:00:00Z")};
    EXPECT_EQ(told(catalogue, "2024-05-01T06:59:59Z"), "");
    EXPECT_EQ(told(catalogue, "2024-05-01T07:00:00Z"),
              "planned 2024-05-01T07:00:00Z: To be withdrawn on June 1, 2024: the resource “Guide”\n"
              "published 2024-05-01T07:00:00Z: Published: the resource “Guide”\n");
    EXPECT_EQ(told(catalogue, "2024-06-01T07:00:00Z"),
              "withdrawn 2024-06-01T07:00:00Z: Withdrawn: the resource “Guide”\n"
              "published 2024-05-01T07:00:00Z: Published: the resource “Guide”\n");
}

TEST(Feed, tells_a_revision_from_its_day_on_and_once_for_all_items_that_share_it) {
    auto catalogue = testing::small_catalogue();
    catalogue.regulations.clear();
    catalogue.resources[0].revisions = {revision("2025-01-02", "Mended."), revision("2025-03-04", "Extended.")};
    catalogue.rights.revisions = {revision("2025-01-02", "Mended.")};
    EXPECT_EQ(told(catalogue, "2025-01-01"), "");
    EXPECT_EQ(told(catalogue, "2025-01-02"), "revised 2025-01-02T05:00:00Z: Content revised: Mended.\n");
    EXPECT_EQ(told(catalogue, "2025-03-04"),
              "revised 2025-03-04T05:00:00Z: Content revised: Extended.\n"
              "revised 2025-01-02T05:00:00Z: Content revised: Mended.\n");
    const auto list = entries(catalogue, "2025-01-02").front().list;
    ASSERT_EQ(list.size(), 2U);
    EXPECT_TRUE(list[0].starts_with("the terms"));
    EXPECT_TRUE(list[1].starts_with("the resource"));
}

TEST(Feed, tells_no_revision_of_what_is_not_shown) {
    auto catalogue = testing::empty_catalogue();
    catalogue.resources = {testing::resource("secret")};
    catalogue.resources[0].window.from = at("2025-06-01");
    catalogue.resources[0].revisions = {revision("2025-01-02", "Written.")};
    EXPECT_EQ(told(catalogue, "2025-05-31"), "");
    EXPECT_NE(told(catalogue, "2025-06-01").find("Written."), std::string::npos);
}

TEST(Feed, of_a_toolkit_tells_of_what_is_in_it_alone) {
    const auto catalogue = testing::rich_catalogue();
    const auto one = told(catalogue, "2025-05-01", &catalogue.toolkits[0]);
    EXPECT_NE(one.find(catalogue.regulations[0].short_title), std::string::npos);
    EXPECT_EQ(told(catalogue, "2025-05-01").find(one), std::string::npos);
    for (const auto* other : {"“Resource course”", "“Toolkit two”"})
        EXPECT_EQ(one.find(other), std::string::npos) << other;
}

TEST(Feed, is_cut_at_its_old_end) {
    auto catalogue = testing::empty_catalogue();
    for (int i = 0; i < 60; ++i) {
        catalogue.rights.revisions.push_back(revision("2025-01-02", "Revision " + std::to_string(i)));
        catalogue.rights.revisions.back().at += std::chrono::seconds{i};
    }
    const auto kept = entries(catalogue, "2025-02-01");
    ASSERT_EQ(kept.size(), kMostEntries);
    EXPECT_NE(kept.front().title.find("Revision 59"), std::string::npos);
    EXPECT_NE(kept.back().title.find("Revision 10"), std::string::npos);
}

TEST(Feed, has_ids_that_are_the_same_at_every_instant_and_of_one_entry_alone) {
    const auto catalogue = testing::rich_catalogue();
    std::map<std::string, std::string> titles;
    for (const auto instant : feed_instants(catalogue, nullptr)) {
        std::set<std::string> once;
        for (const auto& entry : entries(catalogue, base::rfc3339(instant))) {
            EXPECT_TRUE(once.insert(entry.id).second) << entry.title;
            EXPECT_EQ(titles.emplace(entry.id, entry.title).first->second, entry.title);
            EXPECT_TRUE(entry.at <= instant) << entry.title;
        }
    }
}

// Written out: an id that changes has every reader of every feed told everything once more.
TEST(Feed, has_ids_that_never_change) {
    EXPECT_EQ(entries(rule_alone(), "2024-04-30").back().id, "urn:uuid:0e156d22-f461-8cff-bd93-02bb52e88e63");
}

TEST(Feed, changes_at_no_other_instants_than_it_says) {
    const auto catalogue = testing::rich_catalogue();
    for (const FeedScope scope : {FeedScope(nullptr), &catalogue.toolkits[0], &catalogue.toolkits[1]}) {
        const auto instants = feed_instants(catalogue, scope);
        for (std::size_t i = 0; i + 1 < instants.size(); ++i) {
            EXPECT_EQ(told(catalogue, base::rfc3339(instants[i]), scope),
                      told(catalogue, base::rfc3339(instants[i + 1] - std::chrono::seconds{1}), scope));
        }
    }
}

TEST(Feed, has_the_services_words_in_spanish_and_the_publishers_as_they_are) {
    EXPECT_EQ(told(rule_alone(), "2024-08-01", nullptr, Language::spanish),
              "planned 2024-04-30T04:00:00Z: Rule: estado previsto para el 28 de agosto de 2024: en vigor\n"
              "event 2024-04-30T04:00:00Z: Rule: publicación\n");
}

std::string finished(const Page& page, const domain::Catalogue& catalogue) {
    return finish(page, {at("2024-04-30"), at("2024-08-28")}, catalogue, {});
}

TEST(JsonFeed, has_what_version_1_1_demands_the_terms_and_the_way_for_survivors) {
    const auto catalogue = testing::small_catalogue();
    const Options options{"https://t.example", {}, false};
    const auto pages = Feeds(View(catalogue, at("2024-05-01"), options)).pages(&catalogue.toolkits[0]);
    const auto text = finished(pages[0], catalogue);
    EXPECT_EQ(testing::keys_at(text, ""),
              "version title home_page_url feed_url description language authors items _rights _audience _links _meta");
    EXPECT_EQ(testing::text_at(text, "/feed_url"), "https://t.example/v1/toolkits/lereporting/feed.json");
    EXPECT_TRUE(testing::text_at(text, "/description").starts_with(catalogue.audience.survivor_redirect.plain));
    EXPECT_EQ(testing::text_at(text, "/_rights/text"), catalogue.rights.text.plain);
    EXPECT_EQ(testing::text_at(text, "/_meta/valid_until"), "2024-08-28T04:00:00Z");
}

TEST(AtomFeed, escapes_what_content_holds) {
    auto catalogue = testing::small_catalogue();
    catalogue.toolkits[0].title = "<b>\"A & B\"</b>";
    const Options options;
    const auto pages = Feeds(View(catalogue, at("2024-05-01"), options)).pages(&catalogue.toolkits[0]);
    const auto text = finished(pages[1], catalogue);
    EXPECT_EQ(text.find("<b>"), std::string::npos);
    EXPECT_NE(text.find("<title>&lt;b&gt;&quot;A &amp; B&quot;&lt;/b&gt;: what changed"), std::string::npos);
    EXPECT_TRUE(text.ends_with("</feed>\n"));
}

TEST(Feed, LeadsToPagesForPeople) {
    auto catalogue = testing::small_catalogue();
    catalogue.rights.revisions = {revision("2024-05-01", "Mended.")};
    const auto urls = [&](const Options& options, FeedScope scope) {
        std::set<std::string> all;
        for (const auto& entry : feed_entries(View(catalogue, at("2024-08-01"), options), scope)) all.insert(entry.url);
        return all;
    };
    const auto* toolkit = &catalogue.toolkits[0];
    const std::string canonical = toolkit->canonical_url;
    for (const FeedScope scope : {FeedScope(nullptr), FeedScope(toolkit)}) {
        EXPECT_EQ(urls({}, scope), std::set<std::string>{canonical});
        EXPECT_TRUE(urls({"https://t.example", {}, false}, scope).contains("https://t.example/embed/lereporting"));
        const Options without{"https://t.example", {}, false, {}, false};
        EXPECT_EQ(urls(without, scope), std::set<std::string>{canonical});
    }
}

TEST(Feed, HasHelpAndTermsBelowEveryEntry) {
    auto catalogue = testing::small_catalogue();
    catalogue.audience.survivor_redirect.plain = "For <survivors>.";
    catalogue.audience.hotline = domain::Hotline{"Hotline", "1-888-539-2373"};
    catalogue.rights.text.plain = "Terms & conditions.";
    FeedEntry entry;
    entry.text = "What <happened>.";
    entry.list = {"one", "two & three"};
    const auto notice = feed_notice(catalogue);
    EXPECT_EQ(
        feed_text(entry, notice),
        "What <happened>.\n• one\n• two & three\n\nFor <survivors>. Hotline: 1-888-539-2373\n\nTerms & conditions.");
    EXPECT_EQ(feed_html(entry, notice),
              "<p>What &lt;happened&gt;.</p><ul><li>one</li><li>two &amp; three</li></ul>"
              "<p lang=\"en\">For &lt;survivors&gt;. Hotline: <a href=\"tel:+18885392373\">1-888-539-2373</a></p>"
              "<p lang=\"en\">Terms &amp; conditions.</p>");
    catalogue.audience.hotline.reset();
    entry.list.clear();
    EXPECT_EQ(feed_text(entry, feed_notice(catalogue)), "What <happened>.\n\nFor <survivors>.\n\nTerms & conditions.");
}

TEST(Feed, of_a_toolkit_is_there_as_long_as_the_toolkit) {
    const auto catalogue = testing::rich_catalogue();
    const Options options;
    const auto* two = &catalogue.toolkits[1];
    EXPECT_EQ(Feeds(View(catalogue, at("2024-08-14"), options)).pages(two).size(), 0U);
    EXPECT_EQ(Feeds(View(catalogue, at("2024-08-15"), options)).pages(two).size(), 2U);
    EXPECT_EQ(Feeds(View(catalogue, at("2025-04-01"), options)).pages(two).size(), 0U);
}

}  // namespace
}  // namespace toolkitd::render
