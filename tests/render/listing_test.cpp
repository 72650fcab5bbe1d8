#include "render/listing.h"

#include <gtest/gtest.h>

#include "support/catalogues.h"

namespace toolkitd::render {
namespace {

const domain::Text kNoText{};

domain::Resource listed(std::string line, std::optional<std::string> href = {}) {
    auto built = testing::resource("guide");
    built.as_listed = std::move(line);
    built.href = std::move(href);
    return built;
}

domain::Text listing(const domain::Resource& resource) { return with_listing(kNoText, {&resource}); }

TEST(Listing, of_nothing_leaves_the_text_as_it_is) {
    const auto text = testing::prose("Words.");
    const auto whole = with_listing(text, {});
    EXPECT_EQ(whole.markdown, text.markdown);
    EXPECT_EQ(whole.html, text.html);
    EXPECT_EQ(whole.plain, text.plain);
}

TEST(Listing, follows_the_text_in_all_three_forms) {
    const auto first = listed("First");
    const auto second = listed("Second");
    const auto whole = with_listing({"Words.", "<p>Words.</p>", "Words.", {}}, {&first, &second});
    EXPECT_EQ(whole.markdown, "Words.\n\n- First\n- Second");
    EXPECT_EQ(whole.html, "<p>Words.</p>\n<ul>\n<li>First</li>\n<li>Second</li>\n</ul>");
    EXPECT_EQ(whole.plain, "Words.\n\n  • First\n  • Second");
}

TEST(Listing, stands_alone_where_there_is_no_text) {
    const auto whole = listing(listed("First"));
    EXPECT_EQ(whole.markdown, "- First");
    EXPECT_EQ(whole.html, "<ul>\n<li>First</li>\n</ul>");
    EXPECT_EQ(whole.plain, "  • First");
}

TEST(Listing, links_what_has_an_address) {
    const auto whole = listing(listed("Guide", "https://example.org/a?b=1&c=2"));
    EXPECT_EQ(whole.markdown, "- [Guide](<https://example.org/a?b=1&c=2>)");
    EXPECT_EQ(whole.html, "<ul>\n<li><a href=\"https://example.org/a?b=1&amp;c=2\">Guide</a></li>\n</ul>");
    EXPECT_EQ(whole.plain, "  • Guide");
}

TEST(Listing, lets_no_markup_of_a_line_through) {
    const auto whole = listing(listed(R"(<script>alert("it's")</script> & more)"));
    EXPECT_EQ(whole.markdown, R"(- \<script\>alert("it's")\</script\> \& more)");
    EXPECT_EQ(whole.html, "<ul>\n<li>&lt;script&gt;alert(&quot;it&#39;s&quot;)&lt;/script&gt; &amp; more</li>\n</ul>");
    EXPECT_EQ(whole.plain, R"(  • <script>alert("it's")</script> & more)");
}

TEST(Listing, lets_no_address_out_of_its_quotes) {
    const auto whole = listing(listed("Guide", R"(https://example.org/"onclick='x'<b>)"));
    EXPECT_EQ(whole.html,
              "<ul>\n<li><a href=\"https://example.org/&quot;onclick=&#39;x&#39;&lt;b&gt;\">Guide</a></li>\n</ul>");
}

TEST(EscapeHtml, leaves_everything_else_as_it_is) {
    EXPECT_EQ(escape_html("CAST’s  guide\n(5 mins) = 100 %; ñ"), "CAST’s  guide\n(5 mins) = 100 %; ñ");
    EXPECT_EQ(escape_html(""), "");
}

}  // namespace
}  // namespace toolkitd::render
