// tests/data/valid/shapes: pages that look otherwise than the real one, and need no change in the program.
#include <gtest/gtest.h>

#include <algorithm>

#include "content/content_folder.h"

namespace toolkitd::content::testing {
namespace {

const domain::Catalogue& shapes() {
    static const auto kCatalogue = loaded(files_in(in_project("tests/data/valid/shapes")));
    return kCatalogue;
}

const domain::Toolkit& library() { return shapes().toolkits.at(0); }
const domain::Toolkit& questions() { return shapes().toolkits.at(1); }

const domain::Resource& resource(std::string_view id) { return *domain::find_resource(shapes(), id); }

TEST(Pages, may_have_questions_for_sections) {
    EXPECT_EQ(questions().sections.at(0).title, "What is a placeholder?");
    EXPECT_EQ(questions().title, "Sample Questions: A Toolkit");
}

TEST(Pages, may_follow_no_regulation_and_list_no_resources) {
    EXPECT_EQ(questions().regulation, std::nullopt);
    EXPECT_TRUE(questions().resources.empty());
}

TEST(Pages, may_have_sections_that_are_nothing_but_what_follows) {
    EXPECT_EQ(questions().sections.at(1).text.plain, "Placeholder for the redirect.");
    EXPECT_EQ(library().sections.at(1).text.plain, "Before the terms.\n\nPlaceholder for the rights.");
    EXPECT_EQ(library().sections.at(1).text.html, "<p>Before the terms.</p>\n<p>Placeholder for the rights.</p>");
}

TEST(Pages, may_be_shown_for_a_time_only) {
    EXPECT_EQ(base::rfc3339(questions().sections.at(2).window.from.value()), "2031-06-02T07:00:00Z");
    EXPECT_EQ(base::rfc3339(library().window.from.value()), "2030-12-31T20:00:00Z");
    EXPECT_EQ(base::rfc3339(resource("database").window.until.value()), "2031-12-31T20:00:00Z");
}

TEST(Resources, may_be_of_any_kind) {
    std::vector<std::string> kinds;
    for (const auto& id : library().resources) kinds.push_back(resource(id).kind);
    EXPECT_EQ(kinds,
              (std::vector<std::string>{"checklist", "rubric", "practice_advisory", "course", "database", "form"}));
}

TEST(Resources, may_have_no_date_or_several_in_the_publishers_words) {
    EXPECT_TRUE(resource("checklist").dates.empty());
    EXPECT_EQ(resource("rubric").dates.at(0).label, "Dec 2022");
    EXPECT_EQ(resource("rubric").dates.at(0).date.precision, base::Precision::month);
    EXPECT_EQ(resource("advisory").dates.at(0).date.precision, base::Precision::year);
    EXPECT_EQ(resource("advisory").dates.at(1).label, "Updated November 27, 2023");
    EXPECT_EQ(resource("advisory").dates.at(1).date.iso(), "2023-11-27");
}

TEST(Resources, may_be_in_another_language_and_for_other_readers) {
    EXPECT_EQ(resource("form").language, "es-US");
    EXPECT_EQ(resource("form").title, "Formulario de muestra: ¿Sí o no?");
    EXPECT_EQ(resource("form").audiences, (std::vector<std::string>{"survivor_advocate"}));
    EXPECT_EQ(resource("checklist").language, "en");
}

TEST(Resources, keep_their_former_names_and_their_reviews) {
    EXPECT_EQ(resource("course").former_ids, (std::vector<std::string>{"sample-class", "old-course"}));
    EXPECT_EQ(resource("course").duration->length, std::chrono::minutes{90});
    const auto& review = resource("advisory").reviews.at(0);
    EXPECT_EQ(review.finding, domain::CurrencyState::current);
    EXPECT_EQ(base::rfc3339(review.at), "2031-07-01T07:00:00Z");
}

TEST(Regulations, may_have_a_summary_with_links) {
    const auto& summary = shapes().regulations.at(0).summary.value();
    EXPECT_EQ(summary.plain, "A summary of the sample rule.");
    EXPECT_EQ(summary.links.at(0).href, "https://publisher.example/rule");
}

TEST(Notices, may_follow_each_other_in_time) {
    ASSERT_EQ(shapes().notices.size(), 2U);
    EXPECT_EQ(shapes().notices[0].toolkits, (std::vector<std::string>{"library"}));
    EXPECT_TRUE(shapes().notices[1].toolkits.empty());
}

TEST(Terms, may_stand_on_a_page_that_is_known_or_not) {
    EXPECT_EQ(shapes().audience.canonical_url, "https://publisher.example/help");
    EXPECT_EQ(shapes().rights.canonical_url, std::nullopt);
    EXPECT_EQ(loaded(minimal()).audience.canonical_url, std::nullopt);
}

TEST(Catalogues, have_their_items_in_the_order_of_their_ids) {
    std::vector<std::string> ids;
    for (const auto& each : shapes().resources) ids.push_back(each.id);
    EXPECT_TRUE(std::is_sorted(ids.begin(), ids.end()));
    EXPECT_EQ(library().id, "library");
    EXPECT_EQ(questions().id, "questions");
}

TEST(Catalogues, were_revised_when_the_last_of_their_files_was) {
    EXPECT_EQ(base::rfc3339(shapes().revised_at.value()), "2031-02-03T08:00:00Z");
    EXPECT_EQ(loaded(minimal()).revised_at, std::nullopt);
}

}  // namespace
}  // namespace toolkitd::content::testing
