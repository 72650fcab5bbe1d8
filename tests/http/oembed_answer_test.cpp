#include <gtest/gtest.h>

#include "http/served_site.h"
#include "support/catalogues.h"

namespace toolkitd::http {
namespace {

using testing::json;
using testing::kSwitch;
using testing::ServedSite;
using testing::value;

ServiceSettings settings() {
    ServiceSettings settings;
    settings.public_url = "https://t.example/api";
    return settings;
}

const ServedSite& site() {
    static const ServedSite kSite(testing::small_catalogue(), kSwitch, settings());
    return kSite;
}

const std::string kUrl = "/oembed?url=https://example.org/lereporting";

TEST(OembedAnswer, is_the_same_for_every_address_of_a_toolkit) {
    const auto text = site().get(kUrl).text;
    for (const std::string address :
         {"https://t.example/api/embed/lereporting", "http://t.example/api/toolkits/lereporting/",
          "https://t.example/api/v1/toolkits/lereporting?as_of=2024-01-01",
          "https://EXAMPLE.org:443/lereporting#top"}) {
        EXPECT_EQ(site().get("/oembed?url=" + address).text, text) << address;
    }
}

TEST(OembedAnswer, is_404_for_any_other_address_and_does_not_repeat_it) {
    for (const std::string address :
         {"https://t.example/embed/lereporting", "https://t.example/api/embed/never",
          "https://example.org/lereporting/2", "ftp://example.org/lereporting", "never", ""}) {
        const auto answer = site().get("/oembed?url=" + address);
        EXPECT_EQ(answer.status, 404) << address;
        EXPECT_TRUE(address.empty() || answer.text.find(address) == std::string::npos) << address;
    }
}

TEST(OembedAnswer, obeys_the_sizes_that_it_is_given_up_to_its_own) {
    struct Row {
        std::string_view asked;
        int width;
        int height;
    };
    for (const auto& [asked, width, height] :
         {Row{"", 640, 800}, Row{"&maxwidth=1", 1, 800}, Row{"&maxwidth=639", 639, 800}, Row{"&maxwidth=640", 640, 800},
          Row{"&maxwidth=641", 640, 800}, Row{"&maxheight=799&maxwidth=999999999", 640, 799}}) {
        const auto answer = json(site().get(kUrl + std::string(asked)));
        EXPECT_EQ(answer["width"], width) << asked;
        EXPECT_EQ(answer["height"], height) << asked;
        EXPECT_NE(answer["html"].get<std::string>().find("width=\"" + std::to_string(width) + "\""), std::string::npos);
    }
}

TEST(OembedAnswer, refuses_what_is_no_size_a_second_address_and_none) {
    for (const std::string_view wrong :
         {"&maxwidth=-0", "&maxwidth=x", "&maxwidth=-1", "&maxheight=+5", "&maxheight=1e3", "&maxheight=1000000000",
          "&maxwidth=5&maxwidth=5", "&url=https://example.org/lereporting", "&format=json&format=json"}) {
        EXPECT_EQ(site().get(kUrl + std::string(wrong)).status, 400) << wrong;
    }
    EXPECT_EQ(site().get("/oembed").status, 400);
}

TEST(OembedAnswer, TakesEmptyParametersAndASizeOfNoneForAbsent) {
    const auto text = site().get(kUrl).text;
    for (const std::string_view absent : {"&maxwidth=", "&maxwidth=0", "&maxheight=000", "&maxheight=&maxwidth=0",
                                          "&format=", "&format=&maxwidth=&maxheight="}) {
        const auto answer = site().get(kUrl + std::string(absent));
        EXPECT_EQ(answer.status, 200) << absent;
        EXPECT_EQ(answer.text, text) << absent;
    }
}

std::string frame_source(const std::string& pasted) {
    const auto answer = site().get("/oembed?url=" + pasted);
    if (answer.status != 200) return std::to_string(answer.status);
    const auto html = json(answer)["html"].get<std::string>();
    const auto begin = html.find("src=\"") + 5;
    return html.substr(begin, html.find('"', begin) - begin);
}

TEST(OembedAnswer, KeepsHowThePastedEmbedIsWanted) {
    const std::string embed = "https://t.example/api/embed/lereporting";
    struct Row {
        std::string pasted;
        std::string kept;
    };
    for (const auto& [pasted, kept] :
         {Row{"", ""}, Row{"?lang=es", "?lang=es"}, Row{"?lang=en", "?lang=en"}, Row{"?theme=dark", "?theme=dark"},
          Row{"?theme=auto", ""}, Row{"?theme=dark#?secret=x", "?theme=dark"},
          Row{"?sections=toolkit-contents", "?sections=toolkit-contents"}, Row{"?utm_source=x", ""},
          Row{"?as_of=2024-01-01", ""}}) {
        for (const std::string path : {"embed", "toolkits", "v1/toolkits"}) {
            const auto address = "https://t.example/api/" + path + "/lereporting";
            EXPECT_EQ(frame_source(address + pasted), embed + kept) << address << pasted;
        }
    }
}

TEST(OembedAnswer, RefusesAWishThatTheEmbedWouldRefuse) {
    const std::string embed = "https://t.example/api/embed/lereporting";
    for (const std::string wrong : {"?lang=fr", "?theme=pink", "?sections=never", "?lang=%22%3E"}) {
        EXPECT_EQ(frame_source(embed + wrong), "400") << wrong;
    }
    EXPECT_EQ(frame_source("https://example.org/lereporting?lang=fr"), embed);
}

TEST(OembedAnswer, IsInTheLanguageOfThePastedAddress) {
    const auto answer = site().get("/oembed?url=https://t.example/api/embed/lereporting?lang=es");
    EXPECT_NE(answer.text.find("de <span lang=\\\"en\\\">Publisher</span>."), std::string::npos) << answer.text;
}

TEST(OembedAnswer, KnowsFormerIdsOfToolkitsAndSections) {
    auto catalogue = testing::small_catalogue();
    catalogue.toolkits[0].former_ids = {"reporting"};
    ASSERT_FALSE(catalogue.toolkits[0].sections.empty());
    auto& section = catalogue.toolkits[0].sections[0];
    section.former_ids = {"once"};
    const ServedSite renamed(catalogue, kSwitch, settings());
    const auto answer = renamed.get("/oembed?url=https://t.example/api/embed/reporting?sections=once");
    ASSERT_EQ(answer.status, 200) << answer.text;
    EXPECT_NE(answer.text.find("/embed/lereporting?sections=" + section.id + "\\\""), std::string::npos) << answer.text;
}

TEST(OembedAnswer, knows_two_formats) {
    EXPECT_EQ(value(site().get(kUrl + "&format=json"), "Content-Type"), "application/json");
    EXPECT_EQ(value(site().get(kUrl + "&format=xml"), "Content-Type"), "text/xml; charset=utf-8");
    for (const std::string_view format : {"yaml", "JSON", "json,xml"}) {
        EXPECT_EQ(site().get(kUrl + "&format=" + std::string(format)).status, 501) << format;
    }
}

TEST(OembedAnswer, may_be_kept_no_longer_than_the_toolkit_is_there) {
    auto catalogue = testing::small_catalogue();
    catalogue.toolkits[0].window.until = kSwitch;
    const ServedSite bounded(std::move(catalogue), kSwitch - std::chrono::seconds{11}, settings());
    const auto answer = bounded.get(kUrl);
    EXPECT_EQ(value(answer, "Cache-Control"), "public, max-age=10, must-revalidate");
    EXPECT_EQ(json(answer)["cache_age"], 10);
    const ServedSite after(bounded.snapshot->catalogue(), kSwitch, settings());
    EXPECT_EQ(after.get(kUrl).status, 404);
}

TEST(OembedAnswer, is_conditional) {
    const auto tag = value(site().get(kUrl), "ETag");
    EXPECT_EQ(site().get(kUrl, {{FieldName::if_none_match, tag}}).status, 304);
    EXPECT_EQ(site().get(kUrl + "&maxwidth=5", {{FieldName::if_none_match, tag}}).status, 200);
}

TEST(OembedAnswer, NamesWhereTheServiceListensWithoutPublicUrl) {
    ServiceSettings loopback;
    loopback.listens_at = "http://127.0.0.1:4242";
    const ServedSite plain(testing::small_catalogue(), kSwitch, loopback);
    const auto answer = plain.get("/oembed?url=http://localhost:4242/embed/lereporting?lang=es");
    ASSERT_EQ(answer.status, 200);
    EXPECT_NE(answer.text.find("src=\\\"http://127.0.0.1:4242/embed/lereporting?lang=es\\\""), std::string::npos);
    EXPECT_EQ(value(plain.get("/toolkits/lereporting"), "Link"), "none");
    EXPECT_EQ(value(plain.get("/v1/toolkits/lereporting"), "Link").find("4242"), std::string::npos);
    EXPECT_EQ(plain.get("/embed/lereporting").content().find("4242"), std::string_view::npos);
    EXPECT_NE(plain.get("/sitemap.xml").content().find("<loc>http://127.0.0.1:4242/embed/lereporting</loc>"),
              std::string_view::npos);
}

TEST(OembedAnswer, says_what_the_operator_has_to_set) {
    const ServedSite plain(testing::small_catalogue(), kSwitch);
    const auto answer = plain.get(kUrl);
    EXPECT_EQ(answer.status, 404);
    EXPECT_NE(json(answer)["detail"].get<std::string>().find("`public_url`"), std::string::npos);
    EXPECT_EQ(value(plain.get("/toolkits/lereporting"), "Link"), "none");
}

TEST(PublishersPage, is_where_a_toolkit_leads_and_links_to_oembed) {
    const auto answer = site().get("/toolkits/lereporting");
    EXPECT_EQ(answer.status, 307);
    EXPECT_EQ(value(answer, "Location"), "https://example.org/lereporting");
    EXPECT_NE(value(answer, "Link").find("<https://t.example/api/oembed?url=https%3A%2F%2Fexample.org%2Flereporting"),
              std::string::npos);
    EXPECT_EQ(site().get("/toolkits/never").status, 404);
    EXPECT_EQ(value(site().get("/toolkits/lereporting/"), "Location"), "https://t.example/api/toolkits/lereporting");
}

TEST(Redirect, repeats_no_segment_that_leads_nowhere) {
    for (const std::string_view path :
         {"/toolkits/\r\nX: y/", "/assets/\r\nX: y/", "/embed/\r\nX: y/", "/v1/toolkits/\r\nX: y/feed.json/"}) {
        EXPECT_EQ(site().get(path).status, 404) << path;
    }
}

TEST(Document, that_is_not_there_says_what_the_operator_has_to_set) {
    const ServedSite plain(testing::small_catalogue(), kSwitch);
    EXPECT_NE(plain.get("/sitemap.xml").text.find("`public_url`"), std::string::npos);
    EXPECT_NE(plain.get("/.well-known/security.txt").text.find("`security_contact`"), std::string::npos);
    EXPECT_EQ(site().get("/sitemap.xml").status, 200);
}

}  // namespace
}  // namespace toolkitd::http
