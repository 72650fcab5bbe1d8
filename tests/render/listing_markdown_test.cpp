// A listing's Markdown, read by a CommonMark parser, is the listing's HTML.
#include <cmark.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <memory>

#include "render/listing.h"
#include "support/catalogues.h"

namespace toolkitd::render {
namespace {

std::string replaced(std::string text, std::string_view before, std::string_view after) {
    for (auto at = text.find(before); at != std::string::npos; at = text.find(before, at + after.size())) {
        text.replace(at, before.size(), after);
    }
    return text;
}

// As the parser writes it: an apostrophe needs no escape between tags, and a new line ends the text.
std::string in_the_parsers_words(const std::string& html) { return replaced(html, "&#39;", "'") + "\n"; }

std::string parsed(const std::string& markdown) {
    const std::unique_ptr<char, decltype(&std::free)> html(
        cmark_markdown_to_html(markdown.data(), markdown.size(), CMARK_OPT_DEFAULT), &std::free);
    return html.get();
}

void expect_the_same(const std::string& line, const std::optional<std::string>& href = {}) {
    auto resource = testing::resource("guide");
    resource.as_listed = line;
    resource.href = href;
    const auto whole = with_listing(testing::prose("Words."), {&resource, &resource});
    const std::string from_markdown = replaced(parsed(whole.markdown), "<p>Words.</p>\n", "<p>Words.</p>\n\n");
    EXPECT_EQ(from_markdown, in_the_parsers_words(whole.html)) << line;
}

TEST(ListingsMarkdown, says_what_its_html_says) {
    expect_the_same("Practice Advisory: CAST Law Enforcement Cooperation Guide (updated January 2024)");
    expect_the_same("Video (5 mins, November 2022)", "https://example.org/video");
}

TEST(ListingsMarkdown, takes_no_punctuation_in_a_line_for_markup) {
    for (const std::string line :
         {"*starred* and _underlined_", "`code`", "[words](https://example.org)", "![image](x)", "<b>bold</b>",
          "a \\* b", "&amp; and &copy;", "<https://example.org>", "A & B", "\"quoted\" 'words'", "100 % | 50 ~ x",
          "a ~~b~~ c", "[x]: https://example.org", "1 < 2 > 0", "ends with a backslash\\"}) {
        expect_the_same(line);
        expect_the_same(line, "https://example.org/a?b=1&c=2");
    }
}

TEST(ListingsMarkdown, takes_no_beginning_of_a_line_for_a_block) {
    for (const std::string line : {"# Guide", "- Guide", "+ Guide", "* Guide", "1. Guide", "2024. A year", "12) Guide",
                                   "> Guide", "---", "***", "===", "~~~", "```", "#", "-", "1.", "7", "2024"}) {
        expect_the_same(line);
    }
}

}  // namespace
}  // namespace toolkitd::render
