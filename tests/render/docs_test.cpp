#include "render/docs.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "render/rendered.h"
#include "support/catalogues.h"
#include "support/times.h"

namespace toolkitd::render {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

const std::string kEmbedding = "/docs/embedding";

Options with_assets(std::string public_url = {}) {
    Options options;
    options.public_url = std::move(public_url);
    options.assets = {{"docs.css", "/assets/docs.0.css"}, {"swagger-ui-bundle.js", "/assets/swagger-ui-bundle.0.js"}};
    return options;
}

std::string page(const std::string& path, Options options, domain::Catalogue catalogue = testing::small_catalogue()) {
    return testing::Rendered(std::move(catalogue), "2024-09-01", std::move(options)).answer(path);
}

TEST(Docs, are_whole_pages_of_html) {
    const testing::Rendered rendered(testing::small_catalogue(), "2024-09-01", with_assets());
    for (const auto* path : {"/docs", "/docs/embedding"}) {
        EXPECT_EQ(rendered.page(path).media_type, "text/html; charset=utf-8");
        EXPECT_EQ(rendered.page(path).kind, Kind::page);
        EXPECT_TRUE(rendered.answer(path).starts_with("<!doctype html>\n<html lang=\"en\">"));
        EXPECT_TRUE(rendered.answer(path).ends_with("</html>\n"));
        EXPECT_THAT(
            rendered.answer(path),
            HasSubstr(std::string("href=\"") + (path == std::string("/docs") ? "." : "..") + "/assets/docs.0.css\""));
    }
}

TEST(Docs, show_the_reference_where_it_was_built_in_and_else_say_how_to_get_it) {
    EXPECT_THAT(page("/docs", with_assets()), HasSubstr("src=\"./assets/swagger-ui-bundle.0.js\""));
    const auto without = page("/docs", {});
    EXPECT_THAT(without, HasSubstr("script/bootstrap docs"));
    EXPECT_THAT(without, HasSubstr("href=\"./openapi.yaml\""));
    EXPECT_THAT(without, Not(HasSubstr("<script")));
}

TEST(Docs, name_the_services_address_in_their_samples_and_else_one_that_is_to_be_replaced) {
    EXPECT_THAT(page(kEmbedding, with_assets("https://api.example/cast")),
                HasSubstr("curl 'https://api.example/cast/v1/toolkits/"));
    EXPECT_THAT(page(kEmbedding, with_assets()), HasSubstr("curl 'https://toolkits.example/v1/toolkits/"));
}

TEST(Docs, NameInTheirSamplesWhereTheServiceListensWithoutPublicUrl) {
    auto options = with_assets();
    options.listens_at = "http://127.0.0.1:4242";
    const auto text = page(kEmbedding, options);
    EXPECT_THAT(text, HasSubstr("curl 'http://127.0.0.1:4242/v1/toolkits/"));
    EXPECT_THAT(text, HasSubstr("data-answer=\"../oembed?url=http://127.0.0.1:4242/embed/"));
    EXPECT_THAT(text, Not(HasSubstr("toolkits.example")));
    EXPECT_THAT(text, Not(HasSubstr("href=\"http://127.0.0.1:4242")));
    EXPECT_THAT(page("/docs", options), Not(HasSubstr("4242")));
}

TEST(Docs, take_the_toolkits_of_their_instant) {
    EXPECT_THAT(page(kEmbedding, with_assets()), HasSubstr("/embed/" + testing::small_catalogue().toolkits[0].id));
    EXPECT_THAT(page(kEmbedding, with_assets(), testing::empty_catalogue()), HasSubstr("There is no toolkit to embed"));
}

TEST(Docs, show_what_wordpress_is_given_once_the_services_address_is_known) {
    const auto toolkit = "/embed/" + testing::small_catalogue().toolkits[0].id;
    EXPECT_THAT(page(kEmbedding, with_assets("https://api.example/cast")),
                HasSubstr("data-answer=\"../oembed?url=https://api.example/cast" + toolkit + "\""));
    EXPECT_THAT(page(kEmbedding, with_assets()), Not(HasSubstr("/oembed?url=")));
    EXPECT_THAT(page(kEmbedding, with_assets()), HasSubstr("the setting <code>public_url</code>"));
}

TEST(Docs, show_no_embeds_where_there_are_none) {
    auto options = with_assets();
    options.embeds = false;
    const auto text = page(kEmbedding, options);
    EXPECT_THAT(text, HasSubstr("Toolkits are not embedded from here"));
    EXPECT_THAT(text, Not(HasSubstr("/embed/")));
}

TEST(Docs, say_in_their_menu_where_the_reader_is) {
    const std::string here = " aria-current=\"page\">";
    EXPECT_THAT(page("/docs", with_assets()), HasSubstr("href=\"./docs\"" + here + "API reference"));
    EXPECT_THAT(page(kEmbedding, with_assets()), HasSubstr("href=\"../docs/embedding\"" + here + "Embed a toolkit"));
}

TEST(Docs, let_no_content_become_markup) {
    auto catalogue = testing::small_catalogue();
    catalogue.toolkits[0].title = "<b>\"&";
    const auto text = page(kEmbedding, with_assets(), catalogue);
    EXPECT_THAT(text, Not(HasSubstr("<b>")));
    EXPECT_THAT(text, HasSubstr("&lt;b&gt;&quot;&amp;"));
}

TEST(Docs, EscapeATitleInASampleForTheSampleAndForThePage) {
    auto catalogue = testing::small_catalogue();
    catalogue.toolkits[0].title = "A \"B\" & 'C' <i>";
    catalogue.publisher.name = "P & Q";
    const auto text = page(kEmbedding, with_assets(), catalogue);
    EXPECT_THAT(text,
                HasSubstr("title=&quot;A &amp;quot;B&amp;quot; &amp;amp; &amp;#39;C&amp;#39; &amp;lt;i&amp;gt;&quot;"));
    EXPECT_THAT(text, HasSubstr("P &amp;amp; Q"));
    EXPECT_THAT(text, Not(HasSubstr("<i>")));
}

TEST(Docs, HoldTheHotlineAndTheWayForSurvivorsInEverySample) {
    const auto catalogue = testing::small_catalogue();
    const testing::Rendered rendered(catalogue, "2024-09-01", with_assets("https://t.example"));
    const auto text = rendered.answer(kEmbedding);
    for (const std::string_view begin :
         {"function cast_toolkit(", "export async function castToolkit", "#!/bin/sh", "&lt;!--# block", "&lt;iframe",
          "&lt;cast-toolkit", "mytheme_preprocess_node("}) {
        const auto at = text.find(begin);
        ASSERT_NE(at, std::string::npos) << begin;
        const auto first = text.rfind("<pre><code", at);
        const auto block = text.substr(first, text.find("</code></pre>", at) - first);
        EXPECT_THAT(block, HasSubstr("1-555-555-0100")) << begin;
        EXPECT_THAT(block, HasSubstr("This is for attorneys.")) << begin;
        EXPECT_THAT(block, HasSubstr(catalogue.toolkits[0].canonical_url)) << begin;
    }
}

TEST(Docs, say_between_which_instants_they_hold) {
    EXPECT_THAT(page("/docs", {}), HasSubstr("data-valid-from=\"\" data-valid-until=\"\""));
}

}  // namespace
}  // namespace toolkitd::render
