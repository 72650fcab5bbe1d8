#include "render/markup.h"

#include <gtest/gtest.h>

namespace toolkitd::render {
namespace {

constexpr auto kPage = EmbedForm::page;
constexpr auto kFragment = EmbedForm::fragment;

const std::string kCareful = R"(<a rel="noopener noreferrer" referrerpolicy="no-referrer")";

TEST(Link, of_a_page_leaves_its_frame_and_takes_no_trace_along) {
    EXPECT_EQ(link("https://example.org/?a=1&b=2", "there", kPage),
              kCareful + R"( target="_blank" href="https://example.org/?a=1&amp;b=2">there</a>)");
}

TEST(Link, of_a_fragment_leaves_it_to_the_host_where_it_opens) {
    EXPECT_EQ(link("https://example.org/", "there", kFragment), kCareful + R"( href="https://example.org/">there</a>)");
}

TEST(Link, to_a_telephone_opens_no_tab) {
    EXPECT_EQ(link("tel:+18885392373", "Call", kPage), kCareful + R"( href="tel:+18885392373">Call</a>)");
}

TEST(MarkdownInAnEmbed, stays_as_it_is_but_for_its_links) {
    EXPECT_EQ(
        fitted("<p>A &lt;b&gt; &amp; <a href=\"https://example.org/\" title=\"x\">c</a><br />\nd</p>\n", kPage, 3),
        "<p>A &lt;b&gt; &amp; " + kCareful +
            " target=\"_blank\" href=\"https://example.org/\" title=\"x\">c</a><br />\nd</p>\n");
    for (const std::string text : {"", "words", "<p>words</p>", "<hr />\n<ul>\n<li>a</li>\n</ul>", "<p>no end"}) {
        EXPECT_EQ(fitted(text, kFragment, 3), text);
    }
}

TEST(MarkdownInAnEmbed, has_its_headings_below_that_of_its_part) {
    EXPECT_EQ(fitted("<h3>a</h3><h4>b</h4><h3>c</h3>", kPage, 3), "<h3>a</h3><h4>b</h4><h3>c</h3>");
    EXPECT_EQ(fitted("<h3>a</h3><h4>b</h4><h3>c</h3>", kPage, 5), "<h5>a</h5><h6>b</h6><h5>c</h5>");
}

TEST(MarkdownInAnEmbed, skips_no_level_of_headings) {
    EXPECT_EQ(fitted("<h5>a</h5><h6>b</h6><h4>c</h4><h6>d</h6>", kPage, 3), "<h3>a</h3><h4>b</h4><h3>c</h3><h4>d</h4>");
}

TEST(MarkdownInAnEmbed, has_no_heading_below_the_smallest) {
    EXPECT_EQ(fitted("<h3>a</h3><h4>b</h4><h5>c</h5>", kPage, 5), "<h5>a</h5><h6>b</h6><h6>c</h6>");
}

TEST(LanguageMark, stands_where_languages_differ) {
    EXPECT_EQ(lang_attribute("en", Language::english), "");
    EXPECT_EQ(lang_attribute("en", Language::spanish), " lang=\"en\"");
    EXPECT_EQ(text_in("a < b", "en", Language::english), "a &lt; b");
    EXPECT_EQ(text_in("a < b", "es", Language::english), "<span lang=\"es\">a &lt; b</span>");
}

TEST(WrittenDay, is_for_programs_and_for_people) {
    using namespace std::chrono;
    EXPECT_EQ(written_day(2024y / August / 28d, Language::spanish),
              "<time datetime=\"2024-08-28\">28 de agosto de 2024</time>");
}

}  // namespace
}  // namespace toolkitd::render
