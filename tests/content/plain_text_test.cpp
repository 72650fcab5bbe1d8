#include <gtest/gtest.h>

#include "content/prose.h"

namespace toolkitd::content::testing {
namespace {

std::string plain(const std::string& body) { return render_well(body).plain; }

TEST(PlainText, is_the_words_without_their_marks) {
    EXPECT_EQ(plain("Some *emphasis*, some **strength**, `a word`."), "Some emphasis, some strength, a word.");
}

TEST(PlainText, has_an_empty_line_between_paragraphs_and_none_at_the_end) {
    EXPECT_EQ(plain("\n\nOne.\n\n\n\nTwo.\n\n"), "One.\n\nTwo.");
}

TEST(PlainText, runs_on_where_the_file_breaks_a_line) {
    EXPECT_EQ(plain("One\ntwo."), "One two.");
    EXPECT_EQ(plain("One\\\ntwo."), "One\ntwo.");
}

TEST(PlainText, keeps_every_character_of_the_words) {
    EXPECT_EQ(plain("CAST’s “T” – 50\u00A0% <3 & more; 1\\. a\\*b\\*c"), "CAST’s “T” – 50\u00A0% <3 & more; 1. a*b*c");
    EXPECT_EQ(plain("no&nbsp;break &amp; more"), "no\u00A0break & more");
}

TEST(PlainText, has_list_entries_on_lines_of_their_own) {
    EXPECT_EQ(plain("List:\n\n- one\n- two"), "List:\n\n• one\n• two");
    EXPECT_EQ(plain("3. three\n4. four"), "3. three\n4. four");
}

TEST(PlainText, parts_loose_list_entries_by_empty_lines) { EXPECT_EQ(plain("- one\n\n- two"), "• one\n\n• two"); }

TEST(PlainText, is_empty_for_an_empty_text) { EXPECT_EQ(plain(" \n\n"), ""); }

TEST(Html, escapes_what_a_browser_would_read) {
    EXPECT_EQ(render_well("1 < 2 & 3 > 2 \"quoted\"").html, "<p>1 &lt; 2 &amp; 3 &gt; 2 &quot;quoted&quot;</p>");
}

TEST(Html, has_nothing_of_the_raw_html_in_a_text) {
    const auto outcome = render("a <b onclick=x>b</b>\n\n<script>alert(1)</script>");
    EXPECT_EQ(outcome.faults.size(), 3U);
    EXPECT_EQ(outcome.text.html.find("<b"), std::string::npos);
    EXPECT_EQ(outcome.text.html.find("<script"), std::string::npos);
}

TEST(Markdown, says_the_same_when_it_is_read_again) {
    const auto once = render_well("1\\. *One* [x](https://publisher.example/?a=b&c=d)\n\n- two\n- three\n\n### Four");
    const auto twice = render_well(once.markdown);
    EXPECT_EQ(twice.html, once.html);
    EXPECT_EQ(twice.plain, once.plain);
}

TEST(PlainText, leaves_no_space_for_a_heading_without_words) {
    for (const auto* body : {"Words\n\n####\n", "####\n\nWords\n"}) EXPECT_EQ(render_well(body).plain, "Words") << body;
    EXPECT_EQ(render_well("One\n\n####\n\nTwo\n").plain, "One\n\nTwo");
}

TEST(PlainText, has_no_line_that_an_entity_begins) {
    for (const auto* body : {"Words&#10;", "Words&#xA;more", "*Words*&NewLine;"}) {
        const auto outcome = render(body);
        ASSERT_FALSE(outcome.faults.empty()) << body;
        EXPECT_EQ(outcome.faults.front().rule, "control-character") << body;
    }
}

TEST(PlainText, has_no_character_that_is_none) {
    for (const auto* body : {"Words&#xFFFF;", "*Words*&#xFFFE;", "[a](https://example.org \"&#xFFFF;\")",
                             "[a](https://example.org \"&#7;\")"}) {
        const auto outcome = render(body);
        ASSERT_EQ(outcome.faults.size(), 1U) << body;
        EXPECT_EQ(outcome.faults.front().rule, "control-character") << body;
    }
}

}  // namespace
}  // namespace toolkitd::content::testing
