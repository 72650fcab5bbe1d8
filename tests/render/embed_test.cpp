// What every embed is: its parts in their order, whole, in its languages, and safe.
#include <gtest/gtest.h>

#include <regex>
#include <set>

#include "render/embedded.h"
#include "render/rich_catalogue.h"
#include "support/catalogues.h"
#include "support/times.h"

namespace toolkitd::render {
namespace {

using testing::kEmbedFragment;
using testing::kEmbedPage;
using testing::part;
using testing::Rendered;

constexpr std::string_view kBefore = "2024-08-28T03:59:59Z";

std::vector<Page> embeds(const Rendered& rendered) {
    std::vector<Page> found;
    for (const Page& page : rendered.pages()) {
        if (page.kind == Kind::embed) found.push_back(page);
    }
    return found;
}

// The values of an attribute, in their order.
std::vector<std::string> values(const std::string& html, const std::string& attribute) {
    const std::regex pattern(" " + attribute + "=\"([^\"]*)\"");
    std::vector<std::string> found;
    for (std::sregex_iterator at(html.begin(), html.end(), pattern), end; at != end; ++at) found.push_back((*at)[1]);
    return found;
}

TEST(Embed, has_its_parts_in_their_order) {
    const auto rendered = testing::real_embeds(kBefore);
    const std::set<std::string> wanted{"ct-redirect", "ct-notice", "ct-section", "ct-rights", "ct-validity"};
    for (const auto& path : {kEmbedPage, kEmbedFragment}) {
        std::vector<std::string> parts;
        for (const auto& name : values(part(rendered.answer(path), "cast-toolkit"), "class")) {
            if (wanted.contains(name)) parts.push_back(name);
        }
        EXPECT_EQ(parts, (std::vector<std::string>{"ct-redirect", "ct-notice", "ct-section", "ct-section", "ct-section",
                                                   "ct-section", "ct-rights", "ct-validity"}));
        EXPECT_EQ(rendered.answer(path).find(" part="), std::string::npos) << "only of use in a shadow tree";
    }
}

TEST(Embed, has_the_sections_word_for_word_in_the_toolkits_order) {
    const auto rendered = testing::real_embeds(kBefore);
    EXPECT_EQ(testing::headings(part(rendered.answer(kEmbedFragment), "cast-toolkit")),
              (std::vector<std::string>{"h2 If you are a survivor", "h2 Is the rule in effect?", "h2 Target Audience",
                                        "h2 Toolkit Contents", "h2 Additional Resources",
                                        "h2 Republication Information", "h2 Rights"}));
    EXPECT_NE(rendered.answer(kEmbedFragment).find("advisories can be found\u00a0here; access to all"),
              std::string::npos)
        << "a space that does not break stays one";
}

TEST(EmbedFragment, is_one_element_that_ends_with_its_validity) {
    const auto html = testing::real_embeds(kBefore).answer(kEmbedFragment);
    EXPECT_TRUE(
        html.starts_with("<div class=\"cast-toolkit\" lang=\"en\" data-toolkit=\"lereporting\" "
                         "data-status=\"pending\">\n<div class=\"ct-redirect\" "))
        << html;
    EXPECT_EQ(part(html, "cast-toolkit") + "\n", html);
    EXPECT_TRUE(html.ends_with(part(html, "ct-validity") + "\n</div>\n"));
}

TEST(EmbedPage, has_the_fragment_in_its_main_part) {
    const auto html = testing::real_embeds(kBefore).answer(kEmbedPage);
    EXPECT_TRUE(html.starts_with("<!DOCTYPE html>\n<html lang=\"en\" class=\"theme-auto\">\n"));
    EXPECT_NE(html.find("<main>\n" + part(html, "cast-toolkit") + "\n</main>\n</body>\n</html>\n"), std::string::npos);
    EXPECT_EQ(testing::headings(html).front(), "h1 Reporting Trafficking Victimization to Law Enforcement");
    EXPECT_EQ(html.find("<script", html.find("<script type=\"application/ld+json\">") + 1), std::string::npos);
    EXPECT_EQ(html.find("style="), std::string::npos);
}

TEST(EmbedPage, has_its_style_and_script_in_itself_and_its_icon_under_every_host_name) {
    Options options{"https://example.org", {}, false, {{"icon.svg", "/assets/icon.abc.svg"}}};
    options.embed_style = "p { color: red }";
    options.embed_script = "1 < 2";
    const auto html = Rendered(testing::small_catalogue(), kBefore, options).answer(kEmbedPage);
    EXPECT_NE(html.find("<style>p { color: red }</style>"), std::string::npos);
    EXPECT_NE(html.find("<script type=\"module\">1 < 2</script>"), std::string::npos);
    EXPECT_NE(html.find(" href=\"../assets/icon.abc.svg\">"), std::string::npos);
}

TEST(EmbedPage, has_a_way_out_before_everything_else) {
    const auto html = testing::real_embeds(kBefore).answer(kEmbedPage);
    EXPECT_NE(html.find("<body>\n<nav class=\"ct-exit\" aria-label=\"Exit this page\"><a rel=\"noopener noreferrer\" "
                        "referrerpolicy=\"no-referrer\" target=\"_blank\" href=\"https://www.weather.gov/\">"),
              std::string::npos);
}

TEST(EmbedPage, has_the_words_for_a_status_that_could_not_be_confirmed_and_for_browsers_without_scripts) {
    const auto html = testing::real_embeds(kBefore, Language::spanish).answer(kEmbedPage);
    EXPECT_NE(html.find("<template>\n<div class=\"ct-unconfirmed\">\n<p>No se ha podido"), std::string::npos);
    EXPECT_NE(html.find("<noscript>\n<p class=\"ct-about\">Sin scripts"), std::string::npos);
}

TEST(Embed, nests_its_tags_and_repeats_no_id_and_names_ids_as_its_own) {
    for (const auto instant : {"2024-05-01", "2024-10-12", "2024-11-06", "2025-02-01", "2025-06-01"}) {
        for (const auto language : kLanguages) {
            const Rendered rendered(testing::rich_catalogue(), instant, {{}, "first-rule", true}, language);
            for (const Page& page : embeds(rendered)) {
                const auto html = rendered.answer(page.path);
                EXPECT_EQ(testing::nesting_fault(html), "") << page.path;
                const auto ids = values(html, "id");
                EXPECT_EQ(std::set<std::string>(ids.begin(), ids.end()).size(), ids.size()) << page.path;
                const std::string prefix = page.path.starts_with("/embed/one") ? "ct-one--" : "ct-two--";
                for (const auto& id : ids) EXPECT_TRUE(id.starts_with(prefix)) << id;
            }
        }
    }
}

TEST(Embed, marks_the_language_of_all_that_is_not_in_its_own) {
    const auto html = testing::real_embeds(kBefore, Language::spanish).answer(kEmbedPage);
    EXPECT_TRUE(html.starts_with("<!DOCTYPE html>\n<html lang=\"es\""));
    EXPECT_NE(html.find("<h1 lang=\"en\">"), std::string::npos);
    EXPECT_NE(html.find("<title lang=\"en\">"), std::string::npos);
    EXPECT_NE(
        html.find("<h2 class=\"ct-heading\" lang=\"en\">Target Audience</h2>\n<div class=\"ct-text\" lang=\"en\">"),
        std::string::npos);
    EXPECT_NE(html.find("<p class=\"ct-resource-line\" lang=\"en\">"), std::string::npos);
    EXPECT_NE(html.find("<dd lang=\"en\">January 2024</dd>"), std::string::npos);
    EXPECT_NE(html.find("“<span lang=\"en\">connect with an attorney</span>”"), std::string::npos);
    EXPECT_EQ(part(html, "cast-toolkit").find("lang=\"es\"", 30), std::string::npos) << "no mark that says nothing";
}

TEST(Embed, marks_nothing_where_all_is_in_one_language) {
    const auto html = testing::real_embeds(kBefore).answer(kEmbedFragment);
    EXPECT_EQ(values(html, "lang"), std::vector<std::string>{"en"});
}

TEST(EmbedPage, says_that_the_text_is_not_translated_where_it_is_not) {
    EXPECT_NE(testing::real_embeds(kBefore, Language::spanish).answer(kEmbedPage).find("no se traduce"),
              std::string::npos);
    EXPECT_EQ(testing::real_embeds(kBefore).answer(kEmbedPage).find("not translated"), std::string::npos);
}

// Markup in every text of the content that is not prose.
domain::Catalogue hostile_catalogue() {
    const std::string bad = "<script>x</script>\"'&";
    auto catalogue = testing::small_catalogue();
    catalogue.publisher.name = catalogue.publisher.full_name = catalogue.rights.holder = bad;
    catalogue.audience.hotline = domain::Hotline{bad, bad};
    catalogue.audience.canonical_url = catalogue.rights.canonical_url = "https://example.org/?a='\"><script>&b";
    catalogue.audience.survivor_redirect.links = {{"a", bad, {}}};
    catalogue.regulations[0].short_title = bad;
    auto& toolkit = catalogue.toolkits[0];
    toolkit.title = bad;
    toolkit.canonical_url = *catalogue.rights.canonical_url;
    toolkit.language = bad;
    toolkit.sections[0].title = toolkit.sections[0].language = bad;
    auto& resource = catalogue.resources[0];
    resource.as_listed = resource.kind_label = resource.language = resource.dates[0].label = bad;
    resource.href = toolkit.canonical_url;
    resource.duration = domain::Duration{std::chrono::seconds{1}, bad};
    return catalogue;
}

TEST(Embed, is_not_there_where_the_operator_wants_none) {
    Options options;
    options.embeds = false;
    EXPECT_TRUE(embeds(Rendered(testing::small_catalogue(), "2024-09-01", options)).empty());
}

TEST(Embed, tells_programs_of_the_toolkit_where_all_of_it_is_shown) {
    const Rendered rendered(testing::small_catalogue(), "2024-09-01");
    for (const Page& page : embeds(rendered)) {
        const bool tells =
            rendered.answer(page.path).find("<script type=\"application/ld+json\">") != std::string::npos;
        const bool is_whole =
            page.path.find("/fragment") == std::string::npos && page.path.find("sections=") == std::string::npos;
        EXPECT_EQ(tells, is_whole) << page.path;
    }
}

TEST(Embed, escapes_every_text_that_is_no_markdown) {
    for (const auto language : kLanguages) {
        const Rendered rendered(hostile_catalogue(), "2024-09-01", {}, language);
        for (const Page& page : embeds(rendered)) {
            const auto html = rendered.answer(page.path);
            EXPECT_EQ(html.find("<script>"), std::string::npos) << page.path;
            EXPECT_EQ(html.find("<script", html.find("<script type=\"application/ld+json\">") + 1), std::string::npos);
            EXPECT_EQ(testing::nesting_fault(html), "") << page.path;
            EXPECT_NE(html.find("&lt;script&gt;x&lt;/script&gt;&quot;&#39;&amp;"), std::string::npos) << page.path;
        }
    }
}

}  // namespace
}  // namespace toolkitd::render
