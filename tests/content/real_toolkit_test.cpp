// config/content against the page that it was taken from, tests/data/lereporting.txt.
#include <gtest/gtest.h>

#include "content/content_folder.h"

namespace toolkitd::content::testing {
namespace {

const domain::Catalogue& real() {
    static const auto kCatalogue = loaded(files_in(in_project("config/content")));
    return kCatalogue;
}

const domain::Toolkit& toolkit() { return real().toolkits.at(0); }

const domain::Notice& notice(std::string_view id) {
    for (const auto& each : real().notices) {
        if (each.id == id) return each;
    }
    throw std::runtime_error("no such notice");
}

std::string resource_lines() {
    std::string lines;
    for (const auto& id : toolkit().resources) {
        lines += (lines.empty() ? "  • " : "\n  • ") + domain::find_resource(real(), id)->as_listed;
    }
    return lines;
}

std::string written_out(const domain::Section& section) {
    const bool list = section.follows == domain::Follows::resources;
    return section.title + "\n\n" + section.text.plain + (list ? resource_lines() : "");
}

// The source has an empty line too many in one place.
std::string source() {
    auto text = read_bytes(in_project("tests/data/lereporting.txt"));
    const auto at = text.find("\n\n\n");
    return at == std::string::npos ? text : text.erase(at, 1);
}

TEST(TheRealToolkit, is_the_publishers_page_word_for_word) {
    std::string page = toolkit().title + "\n\n" + notice("important-update").text.plain;
    for (const auto& section : toolkit().sections) page += "\n\n" + written_out(section);
    EXPECT_EQ(page, source());
}

TEST(TheRealToolkit, keeps_the_no_break_spaces_in_every_form) {
    const auto& text = toolkit().sections.at(2).text;
    for (const auto& form : {text.plain, text.html, text.markdown}) {
        EXPECT_NE(form.find("can be found\u00A0here; access"), std::string::npos) << form;
    }
    EXPECT_NE(real().rights.text.plain.find("please\u00A0review"), std::string::npos);
}

TEST(TheRealToolkit, has_its_sections_in_the_order_of_the_page) {
    std::vector<std::string> ids;
    for (const auto& section : toolkit().sections) ids.push_back(section.id);
    EXPECT_EQ(ids, (std::vector<std::string>{"target-audience", "toolkit-contents", "additional-resources",
                                             "republication-information"}));
}

TEST(TheRealToolkit, says_which_links_are_known_and_which_are_not) {
    const auto& links = toolkit().sections.at(2).text.links;
    ASSERT_EQ(links.size(), 3U);
    EXPECT_EQ(links[0].text, "here");
    EXPECT_EQ(links[0].href, std::nullopt);
    EXPECT_EQ(links[1].text, "here");
    EXPECT_EQ(links[1].href, std::nullopt);
    EXPECT_EQ(links[2].text, "linked here");
    EXPECT_EQ(links[2].href, "https://casttta.nationbuilder.com/individual_ta");
    EXPECT_EQ(notice("important-update").text.links.at(0).href, "https://www.federalregister.gov/d/2024-09022");
}

TEST(TheRealToolkit, has_no_address_that_is_not_known) {
    for (const auto& resource : real().resources) EXPECT_EQ(resource.href, std::nullopt) << resource.id;
    EXPECT_EQ(real().rights.text.links.at(0).href, std::nullopt);
    EXPECT_EQ(real().audience.survivor_redirect.links.at(0).href, std::nullopt);
    EXPECT_EQ(real().audience.survivor_redirect.html.find("<a "), std::string::npos);
}

TEST(TheRealToolkit, sends_readers_to_the_page_from_which_its_words_were_taken) {
    EXPECT_EQ(real().audience.canonical_url, toolkit().canonical_url);
    EXPECT_EQ(real().rights.canonical_url, toolkit().canonical_url);
}

TEST(TheRealToolkit, has_resources_with_dates_as_precise_as_the_publishers) {
    const auto* guide = domain::find_resource(real(), "law-enforcement-cooperation-guide");
    EXPECT_EQ(guide->dates.at(0).date.iso(), "2024-01");
    EXPECT_EQ(guide->dates.at(0).role, domain::DateRole::updated);
    const auto* video = domain::find_resource(real(), "reporting-video");
    EXPECT_EQ(video->dates.at(0).date.iso(), "2022-11");
    EXPECT_EQ(video->dates.at(0).role, domain::DateRole::dated);
    EXPECT_EQ(video->duration->length, std::chrono::minutes{5});
    EXPECT_EQ(video->duration->label, "5 mins");
}

TEST(TheRealToolkit, has_the_rule_with_its_three_documents_as_events) {
    const auto& rule = real().regulations.at(0);
    ASSERT_EQ(rule.documents.size(), 3U);
    ASSERT_EQ(rule.events.size(), 3U);
    EXPECT_EQ(base::rfc3339(rule.events[0].announced.at), "2024-04-30T04:00:00Z");
    EXPECT_EQ(base::rfc3339(rule.events[0].takes_effect->at), "2024-08-28T04:00:00Z");
    EXPECT_EQ(rule.events[0].takes_effect->basis, domain::Basis::convention);
    EXPECT_EQ(rule.events[1].kind, domain::EventKind::corrected);
    EXPECT_EQ(rule.events[2].confidence, domain::Confidence::medium);
}

TEST(TheRealToolkit, has_one_notice_at_most_for_each_status_of_the_rule) {
    using Kind = domain::StatusKind;
    const auto& rule = real().regulations.at(0);
    const auto shown = [&rule](Kind kind, std::chrono::year_month_day day) {
        domain::Status status;
        status.kind = kind;
        status.effective = domain::Moment{day, {}};
        const auto* found = domain::notice_for(real(), rule, status, "lereporting", base::Instant{});
        return found == nullptr ? std::string("none") : found->id;
    };
    const auto named = *rule.documents[0].effective;
    const auto later = named + std::chrono::years{3};
    EXPECT_EQ(shown(Kind::unknown, named), "none");
    EXPECT_EQ(shown(Kind::proposed, named), "none");
    EXPECT_EQ(shown(Kind::pending, named), "important-update");
    EXPECT_EQ(shown(Kind::pending, later), "t-visa-rule-status-changed");
    EXPECT_EQ(shown(Kind::effective, named), "t-visa-rule-in-effect");
    EXPECT_EQ(shown(Kind::partially_effective, later), "t-visa-rule-in-effect");
    for (const auto status :
         {Kind::delayed, Kind::stayed, Kind::enjoined, Kind::vacated, Kind::withdrawn, Kind::superseded}) {
        EXPECT_EQ(shown(status, named), "t-visa-rule-status-changed");
    }
}

TEST(TheRealToolkit, says_when_its_files_were_last_revised) {
    EXPECT_EQ(base::rfc3339(real().revised_at.value()), "2026-11-28T08:00:00Z");
}

}  // namespace
}  // namespace toolkitd::content::testing
