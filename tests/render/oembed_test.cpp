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
                   std::string_view instant = "2024-05-01", const std::string& query = {},
                   Language language = kUsualLanguage) {
    const Options options{"https://t.example/api", {}, false};
    const auto pages = oembed_pages(View(catalogue, at(instant), options, language));
    const auto path = oembed_path(format, catalogue.toolkits[0].id);
    const auto found = std::find_if(pages.begin(), pages.end(), [&](const Page& page) { return page.path == path; });
    return found == pages.end() ? "none" : filled_in(*found->body, {{320, 200}, seconds{7}, query});
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
    EXPECT_EQ(
        testing::text_at(text, "/html"),
        "<blockquote class=\"wp-embedded-content\" lang=\"en\">"
        "<a href=\"https://example.org/lereporting\">Toolkit lereporting</a>, by Publisher. "
        "If you are a survivor, call <a href=\"tel:+15555550100\">1-555-555-0100</a> (Hotline).</blockquote>"
        "<iframe class=\"wp-embedded-content\" src=\"https://t.example/api/embed/lereporting\" "
        "title=\"Toolkit lereporting\" width=\"320\" height=\"200\" loading=\"lazy\" "
        "referrerpolicy=\"no-referrer\" "
        "sandbox=\"allow-scripts allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation\" "
        "frameborder=\"0\"></iframe>");
}

TEST(Oembed, NamesTheHotlineBesideTheFrame) {
    auto catalogue = testing::small_catalogue();
    catalogue.audience.hotline = domain::Hotline{"Line <A>", "1-800-555-0199"};
    const auto html = testing::text_at(answer(catalogue, "json"), "/html");
    EXPECT_NE(html.find("If you are a survivor, call <a href=\"tel:+18005550199\">1-800-555-0199</a> "
                        "(Line &lt;A&gt;).</blockquote>"),
              std::string::npos)
        << html;
    const auto spanish = testing::text_at(answer(catalogue, "json", "2024-05-01", {}, Language::spanish), "/html");
    EXPECT_NE(spanish.find("lang=\"es\"><a lang=\"en\" href="), std::string::npos) << spanish;
    EXPECT_NE(spanish.find("llame al <a href=\"tel:"), std::string::npos) << spanish;
}

TEST(Oembed, EscapesTheQueryOfTheFrameAsItsFormatDemands) {
    const auto catalogue = testing::small_catalogue();
    const std::string query = "?sections=one&lang=es";
    EXPECT_NE(testing::text_at(answer(catalogue, "json", "2024-05-01", query), "/html")
                  .find("/embed/lereporting?sections=one&amp;lang=es\""),
              std::string::npos);
    EXPECT_NE(
        answer(catalogue, "xml", "2024-05-01", query).find("/embed/lereporting?sections=one&amp;amp;lang=es&quot;"),
        std::string::npos);
}

std::vector<std::string> ids_at(const domain::Catalogue& catalogue, std::string_view own, std::string_view address) {
    std::vector<std::string> ids;
    for (const auto* toolkit : oembed_subject(catalogue, own, address).toolkits) ids.push_back(toolkit->id);
    return ids;
}

TEST(OembedSubject, IsAToolkitByEachOfItsAddressesAndIds) {
    auto catalogue = testing::small_catalogue();
    catalogue.toolkits[0].former_ids = {"reporting", "le"};
    const std::vector<std::string> one{"lereporting"};
    for (const std::string path : {"/embed/", "/toolkits/", "/v1/toolkits/"}) {
        for (const std::string id : {"lereporting", "reporting", "le"}) {
            EXPECT_EQ(ids_at(catalogue, "https://t.example/api", "http://t.example/api" + path + id), one)
                << path << id;
        }
        EXPECT_TRUE(ids_at(catalogue, "https://t.example/api", "https://t.example/api" + path).empty());
        EXPECT_TRUE(ids_at(catalogue, "https://t.example/api", "https://t.example" + path + "le").empty());
        EXPECT_TRUE(ids_at(catalogue, "", "https://t.example" + path + "le").empty());
    }
}

TEST(OembedSubject, IsOfOneMachineByAnyOfItsNames) {
    const auto catalogue = testing::small_catalogue();
    for (const std::string host : {"127.0.0.1:8080", "localhost:8080", "LOCALHOST:8080", "[::1]:8080"}) {
        EXPECT_EQ(ids_at(catalogue, "http://127.0.0.1:8080", "http://" + host + "/embed/lereporting").size(), 1U)
            << host;
    }
    for (const std::string host : {"127.0.0.1:8081", "localhost", "localhost.example:8080", "localhosts:8080"}) {
        EXPECT_TRUE(ids_at(catalogue, "http://127.0.0.1:8080", "http://" + host + "/embed/lereporting").empty())
            << host;
    }
}

TEST(Oembed, NamesWhereTheServiceListensWhereThatIsAllThatIsKnown) {
    const auto catalogue = testing::small_catalogue();
    Options options;
    options.listens_at = "http://127.0.0.1:4242";
    const auto pages = oembed_pages(View(catalogue, at("2024-05-01"), options));
    ASSERT_EQ(pages.size(), 2U);
    EXPECT_NE(pages[0].body->find("http://127.0.0.1:4242/embed/lereporting"), std::string::npos);
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
