#include "render/oembed.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "render/json_text.h"
#include "render/web_address.h"
#include "support/catalogues.h"
#include "support/times.h"

namespace toolkitd::render {
namespace {

using std::chrono::seconds;
using testing::at;

std::string answer(const domain::Catalogue& catalogue, const std::string& format,
                   std::string_view instant = "2024-05-01") {
    const Options options{"https://t.example/api", {}, false};
    const auto pages = oembed_pages(View(catalogue, at(instant), options));
    const auto path = oembed_path(format, catalogue.toolkits[0].canonical_url);
    const auto found = std::find_if(pages.begin(), pages.end(), [&](const Page& page) { return page.path == path; });
    return found == pages.end() ? "none" : with_numbers(*found->body, {320, 200}, seconds{7});
}

TEST(Oembed, needs_an_address_of_its_own) {
    const auto catalogue = testing::small_catalogue();
    const Options options;
    EXPECT_TRUE(oembed_pages(View(catalogue, at("2024-05-01"), options)).empty());
}

TEST(Oembed, needs_embeds) {
    const auto catalogue = testing::small_catalogue();
    const Options options{"https://t.example", {}, false, {}, false};
    EXPECT_TRUE(oembed_pages(View(catalogue, at("2024-05-01"), options)).empty());
}

TEST(Oembed, says_what_a_rich_answer_has_to_say_and_the_size_that_was_filled_in) {
    const auto text = answer(testing::small_catalogue(), "json");
    EXPECT_EQ(testing::keys_at(text, ""),
              "type version title author_name author_url provider_name provider_url html width height cache_age");
    EXPECT_EQ(testing::json_at(text, "/width"), "320");
    EXPECT_EQ(testing::json_at(text, "/height"), "200");
    EXPECT_EQ(testing::json_at(text, "/cache_age"), "7");
    EXPECT_EQ(testing::text_at(text, "/html"),
              "<iframe src=\"https://t.example/api/embed/lereporting\" title=\"Toolkit lereporting\" width=\"320\" "
              "height=\"200\" loading=\"lazy\" referrerpolicy=\"no-referrer\" "
              "sandbox=\"allow-popups allow-popups-to-escape-sandbox\" frameborder=\"0\"></iframe>");
}

TEST(Oembed, says_the_same_whatever_the_status) {
    for (const auto* format : {"json", "xml"}) {
        EXPECT_EQ(answer(testing::small_catalogue(), format, "2024-08-27"),
                  answer(testing::small_catalogue(), format, "2024-08-29"));
    }
}

TEST(Oembed, escapes_a_title_twice_where_html_stands_in_xml) {
    auto catalogue = testing::small_catalogue();
    catalogue.toolkits[0].title = "A & \"B\" <i>";
    const auto text = answer(catalogue, "xml");
    EXPECT_NE(text.find("<title>A &amp; &quot;B&quot; &lt;i&gt;</title>"), std::string::npos) << text;
    EXPECT_NE(text.find("title=&quot;A &amp;amp; &amp;quot;B&amp;quot; &amp;lt;i&amp;gt;&quot;"), std::string::npos);
    EXPECT_NE(text.find("<width>320</width><height>200</height><cache_age>7</cache_age>"), std::string::npos);
}

TEST(WebAddress, is_compared_by_what_tells_pages_apart) {
    for (const std::string_view same :
         {"https://t.example/a", "http://t.example/a", "HTTPS://T.Example:443/a/", "http://t.example:80/a?x=y#z"}) {
        EXPECT_EQ(comparable_address(same), "t.example/a") << same;
    }
    for (const std::string_view other : {"https://t.example/A", "https://t.example:80/a", "https://t.example.evil/a",
                                         "https://u@t.example/a", "https://t.example/a/b", "https://t.example//a"}) {
        EXPECT_NE(comparable_address(other), "t.example/a") << other;
    }
    for (const std::string_view none :
         {"", "t.example/a", "ftp://t.example/a", "https://", "https:///a", "javascript:x"}) {
        EXPECT_EQ(comparable_address(none), "") << none;
    }
}

TEST(WebAddress, is_percent_encoded_where_it_stands_in_a_query) {
    EXPECT_EQ(percent_encoded("https://t.example/a-b_c~d?x=\xC3\xA9 \r\n"),
              "https%3A%2F%2Ft.example%2Fa-b_c~d%3Fx%3D%C3%A9%20%0D%0A");
}

TEST(Oembed, is_found_by_links_that_hold_the_address_encoded) {
    EXPECT_EQ(oembed_links("", "https://t.example/a"), "");
    EXPECT_EQ(oembed_links("https://s.example", "https://t.example/a"),
              "<https://s.example/oembed?url=https%3A%2F%2Ft.example%2Fa&format=json>; rel=\"alternate\"; "
              "type=\"application/json+oembed\", "
              "<https://s.example/oembed?url=https%3A%2F%2Ft.example%2Fa&format=xml>; rel=\"alternate\"; "
              "type=\"text/xml+oembed\"");
    EXPECT_EQ(oembed_link_elements("https://s.example", "https://t.example/a"),
              "<link rel=\"alternate\" type=\"application/json+oembed\" "
              "href=\"https://s.example/oembed?url=https%3A%2F%2Ft.example%2Fa&amp;format=json\">\n"
              "<link rel=\"alternate\" type=\"text/xml+oembed\" "
              "href=\"https://s.example/oembed?url=https%3A%2F%2Ft.example%2Fa&amp;format=xml\">\n");
}

}  // namespace
}  // namespace toolkitd::render
