// What stands around a toolkit: help for survivors, the terms, and the time in which it holds.
#include <gtest/gtest.h>

#include "render/embedded.h"
#include "render/pages.h"
#include "render/real_catalogue.h"
#include "support/catalogues.h"
#include "support/times.h"

namespace toolkitd::render {
namespace {

using testing::kEmbedFragment;
using testing::kEmbedPage;
using testing::part;
using testing::read_aloud;
using testing::Rendered;

constexpr std::string_view kInstant = "2024-09-01";

TEST(EmbedRedirect, is_the_publishers_text_the_hotline_and_the_way_to_what_is_not_known) {
    const auto html = part(testing::real_embeds(kInstant).answer(kEmbedFragment), "ct-redirect");
    EXPECT_EQ(read_aloud(html),
              "If you are a survivor "
              "If you are a survivor pursuing a T visa or are not an attorney or accredited representative, please "
              "connect with an attorney for assistance. "
              "Call 1-888-539-2373 CAST’s hotline for survivors "
              "You can find the link “connect with an attorney” on the original page on CAST’s website.");
    EXPECT_NE(html.find("href=\"tel:+18885392373\""), std::string::npos);
    EXPECT_NE(html.find("href=\"https://casttta.nationbuilder.com/lereporting\""), std::string::npos);
}

TEST(EmbedRedirect, is_in_spanish_but_for_the_publishers_words) {
    EXPECT_EQ(read_aloud(part(testing::real_embeds(kInstant, Language::spanish).answer(kEmbedFragment), "ct-redirect")),
              "Si usted es sobreviviente de trata "
              "If you are a survivor pursuing a T visa or are not an attorney or accredited representative, please "
              "connect with an attorney for assistance. "
              "Llame al 1-888-539-2373 CAST’s hotline for survivors "
              "Puede encontrar el enlace “connect with an attorney” en la página original en el sitio web de CAST.");
}

TEST(EmbedRedirect, does_without_a_hotline_and_without_links_that_are_missing) {
    auto catalogue = testing::small_catalogue();
    catalogue.audience.hotline.reset();
    const auto html = part(Rendered(catalogue, kInstant).answer(kEmbedFragment), "ct-redirect");
    EXPECT_EQ(read_aloud(html), "If you are a survivor This is for attorneys.");
}

TEST(EmbedLinks, without_an_address_are_named_each_once) {
    auto catalogue = testing::small_catalogue();
    catalogue.toolkits[0].sections[0].text.links = {
        {"a", "here", {}}, {"b", "here", {}}, {"c", "there", {}}, {"d", "known", "https://example.org"}};
    const auto html = part(Rendered(catalogue, kInstant).answer(kEmbedFragment), "ct-missing");
    EXPECT_EQ(read_aloud(part(part(Rendered(catalogue, kInstant).answer(kEmbedFragment), "ct-section"), "ct-missing")),
              "You can find the links “here”, “there” on the original page on Publisher’s website.")
        << html;
}

TEST(EmbedRights, are_the_terms_in_short_and_in_the_publishers_words) {
    const auto text = read_aloud(part(testing::real_embeds(kInstant).answer(kEmbedFragment), "ct-rights"));
    EXPECT_TRUE(
        text.starts_with("Rights The rights to this content belong to Coalition to Abolish Slavery and "
                         "Trafficking (CAST). You may not republish it without express permission. You may "
                         "never put it behind a paywall. All materials provided by CAST"))
        << text;
    EXPECT_TRUE(
        text.ends_with("You can find the link “our official guidelines” on the original page on CAST’s "
                       "website. See this toolkit on CAST’s website"))
        << text;
}

TEST(EmbedRights, and_the_redirect_are_in_every_variant) {
    for (const auto language : kLanguages) {
        const auto rendered = testing::real_embeds(kInstant, language);
        std::size_t seen = 0;
        for (const Page& page : rendered.pages()) {
            if (page.kind != Kind::embed) continue;
            const auto html = rendered.answer(page.path);
            EXPECT_NE(
                part(html, "ct-rights").find("We strictly prohibit placing any of our materials behind a paywall"),
                std::string::npos)
                << page.path;
            EXPECT_NE(part(html, "ct-redirect").find("tel:+18885392373"), std::string::npos) << page.path;
            EXPECT_NE(part(html, "ct-notice"), "") << page.path;
            ++seen;
        }
        EXPECT_EQ(seen, 30U);
    }
}

TEST(EmbedRehearsal, is_said_behind_the_redirect) {
    for (const auto language : kLanguages) {
        const Rendered rendered(testing::small_catalogue(), kInstant, {{}, {}, true}, language);
        for (const auto& path : {kEmbedPage, kEmbedFragment}) {
            const auto html = rendered.answer(path);
            EXPECT_NE(part(html, "ct-rehearsal"), "") << path;
            EXPECT_LT(html.find("ct-redirect"), html.find("ct-rehearsal"));
            EXPECT_LT(html.find("ct-rehearsal"), html.find("ct-notice"));
        }
    }
    EXPECT_EQ(Rendered(testing::small_catalogue(), kInstant).answer(kEmbedPage).find("ct-rehearsal"),
              std::string::npos);
}

std::string validity(const Validity& validity, Language language = kUsualLanguage) {
    static const auto kCatalogue = testing::small_catalogue();
    const Rendered rendered(kCatalogue, kInstant, {}, language);
    return part(finish(rendered.page(kEmbedFragment), validity, kCatalogue, {}), "ct-validity");
}

TEST(EmbedValidity, is_for_programs_in_attributes_of_which_an_empty_one_is_an_open_end) {
    EXPECT_TRUE(validity({testing::at("2024-04-30"), testing::at("2024-08-28")})
                    .starts_with("<p class=\"ct-validity\" data-valid-from=\"2024-04-30T04:00:00Z\" "
                                 "data-valid-until=\"2024-08-28T04:00:00Z\" "
                                 "data-content-revision=\"0123456789abcdef\">"));
    EXPECT_TRUE(validity({}).starts_with("<p class=\"ct-validity\" data-valid-from=\"\" data-valid-until=\"\" "));
}

TEST(EmbedValidity, is_for_people_in_words) {
    const auto from = testing::at("2024-04-30");
    const auto until = testing::at("2024-08-28T03:59:59Z");
    EXPECT_EQ(read_aloud(validity({from, until})),
              "This version holds from April 30, 2024, 04:00 UTC until August 28, 2024, 03:59:59 UTC.");
    EXPECT_EQ(read_aloud(validity({from, {}})),
              "This version holds from April 30, 2024, 04:00 UTC until further notice.");
    EXPECT_EQ(read_aloud(validity({{}, until})), "This version holds until August 28, 2024, 03:59:59 UTC.");
    EXPECT_EQ(read_aloud(validity({})), "This version holds until further notice.");
    EXPECT_EQ(read_aloud(validity({from, until}, Language::spanish)),
              "Esta versión es válida desde el 30 de abril de 2024 a las 04:00 UTC hasta el 28 de agosto de 2024 a las "
              "03:59:59 UTC.");
}

}  // namespace
}  // namespace toolkitd::render
