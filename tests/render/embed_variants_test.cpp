// Which pages of an embed there are, and in what they differ.
#include <gtest/gtest.h>

#include <set>

#include "render/embedded.h"
#include "support/catalogues.h"
#include "support/times.h"

namespace toolkitd::render {
namespace {

using testing::kEmbedFragment;
using testing::kEmbedPage;
using testing::Rendered;

constexpr std::string_view kInstant = "2024-09-01";

std::set<std::string> paths(const domain::Catalogue& catalogue) {
    std::set<std::string> found;
    const Rendered rendered(catalogue, kInstant);
    for (const Page& page : rendered.pages()) {
        if (page.kind == Kind::embed) found.insert(page.path);
    }
    return found;
}

TEST(EmbedVariants, are_every_choice_of_the_parameters) {
    auto catalogue = testing::small_catalogue();
    catalogue.toolkits[0].sections.pop_back();
    EXPECT_EQ(
        paths(catalogue),
        (std::set<std::string>{
            "/embed/lereporting", "/embed/lereporting?sections=target-audience",
            "/embed/lereporting?sections=target-audience&theme=dark",
            "/embed/lereporting?sections=target-audience&theme=light", "/embed/lereporting?theme=dark",
            "/embed/lereporting?theme=light", "/embed/lereporting/fragment",
            "/embed/lereporting/fragment?sections=target-audience", "/embed/lereporting/fragment?heading=3",
            "/embed/lereporting/fragment?heading=3&sections=target-audience", "/embed/lereporting/fragment?heading=4",
            "/embed/lereporting/fragment?heading=4&sections=target-audience"}));
}

TEST(EmbedVariants, have_none_for_a_section_that_is_not_shown) {
    auto catalogue = testing::small_catalogue();
    catalogue.toolkits[0].sections[0].window.from = testing::at("2024-09-02");
    for (const auto& path : paths(catalogue)) EXPECT_EQ(path.find("target-audience"), std::string::npos) << path;
    EXPECT_EQ(Rendered(catalogue, kInstant).answer(kEmbedPage).find("target-audience"), std::string::npos);
}

TEST(EmbedVariants, are_html_for_the_pages_of_others_that_stand_for_the_publishers_page) {
    for (const auto& path : {kEmbedPage, kEmbedFragment + "?heading=3"}) {
        const auto page = testing::real_embeds(kInstant, Language::spanish).page(path);
        EXPECT_EQ(page.media_type, "text/html; charset=utf-8");
        EXPECT_EQ(page.kind, Kind::embed);
        EXPECT_EQ(page.canonical, "https://casttta.nationbuilder.com/lereporting");
        EXPECT_EQ(page.language, "en");
        EXPECT_EQ(page.words, Language::spanish);
    }
}

TEST(EmbedVariants, are_found_under_former_ids_of_the_toolkit_by_their_usual_path) {
    auto catalogue = testing::small_catalogue();
    catalogue.toolkits[0].former_ids = {"reporting"};
    const Rendered rendered(catalogue, kInstant);
    EXPECT_EQ(rendered.page(kEmbedPage).former_paths, std::vector<std::string>{"/embed/reporting"});
    EXPECT_EQ(rendered.page(kEmbedFragment).former_paths, std::vector<std::string>{"/embed/reporting/fragment"});
    EXPECT_TRUE(rendered.page(kEmbedPage + "?theme=dark").former_paths.empty());
}

TEST(EmbedVariants, of_a_theme_differ_in_it_alone) {
    const auto rendered = testing::real_embeds(kInstant);
    const auto usual = rendered.answer(kEmbedPage);
    for (const std::string theme : {"dark", "light"}) {
        auto html = rendered.answer(kEmbedPage + "?theme=" + theme);
        EXPECT_NE(html.find("class=\"theme-" + theme + "\""), std::string::npos);
        EXPECT_NE(html.find("<meta name=\"color-scheme\" content=\"" + theme + "\">"), std::string::npos);
        EXPECT_EQ(testing::part(html, "cast-toolkit"), testing::part(usual, "cast-toolkit"));
    }
    EXPECT_NE(usual.find("<meta name=\"color-scheme\" content=\"light dark\">"), std::string::npos);
}

TEST(EmbedVariants, of_a_heading_have_no_other_level_above_it_and_skip_none) {
    auto catalogue = testing::small_catalogue();
    catalogue.toolkits[0].sections[0].text.html = "<h3>In it</h3>\n<h5>Below</h5>\n";
    const Rendered rendered(catalogue, kInstant);
    for (const auto& [query, levels] : {std::pair{"", "h2 h2 h2 h3 h4 h2 h2 "},
                                        {"?heading=3", "h3 h3 h3 h4 h5 h3 h3 "},
                                        {"?heading=4", "h4 h4 h4 h5 h6 h4 h4 "}}) {
        std::string found;
        for (const auto& heading : testing::headings(rendered.answer(kEmbedFragment + query))) {
            found += heading.substr(0, 3);
        }
        EXPECT_EQ(found, levels);
    }
}

TEST(EmbedVariants, of_a_section_have_that_one_alone) {
    const auto html = testing::real_embeds(kInstant).answer(kEmbedPage + "?sections=target-audience");
    EXPECT_EQ(testing::headings(html),
              (std::vector<std::string>{"h1 Reporting Trafficking Victimization to Law Enforcement",
                                        "h2 If you are a survivor", "h2 Is the rule in effect?", "h2 Target Audience",
                                        "h2 Rights"}));
}

TEST(EmbedVariants, are_small) {
    const auto rendered = testing::real_embeds("2024-08-28T03:59:59Z", Language::spanish);
    for (const auto& path : {kEmbedPage, kEmbedFragment}) EXPECT_LT(rendered.answer(path).size(), 15'000U) << path;
}

}  // namespace
}  // namespace toolkitd::render
