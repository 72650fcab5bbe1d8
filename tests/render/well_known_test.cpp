#include "render/well_known.h"

#include <gtest/gtest.h>

#include "render/json_text.h"
#include "render/pages.h"
#include "support/catalogues.h"
#include "support/times.h"

namespace toolkitd::render {
namespace {

using testing::at;

TEST(ApiCatalog, leads_to_the_api_and_from_it_to_its_contract) {
    const auto text = api_catalog("https://t.example");
    EXPECT_EQ(testing::text_at(text, "/linkset/0/anchor"), "https://t.example/.well-known/api-catalog");
    EXPECT_EQ(testing::text_at(text, "/linkset/0/item/0/href"), testing::text_at(text, "/linkset/1/anchor"));
    EXPECT_EQ(testing::text_at(text, "/linkset/1/service-desc/0/href"), "https://t.example/openapi.yaml");
}

TEST(RobotsTxt, allows_everything_and_names_the_sitemap_where_there_is_one) {
    EXPECT_EQ(robots_txt(""), "User-agent: *\nAllow: /\n");
    EXPECT_EQ(robots_txt("https://t.example"), "User-agent: *\nAllow: /\n\nSitemap: https://t.example/sitemap.xml\n");
}

TEST(SecurityTxt, leaves_out_what_was_not_said) {
    EXPECT_EQ(security_txt({"mailto:s@t.example", "2027-01-01T00:00:00Z", {}, {}}, ""),
              "Contact: mailto:s@t.example\nExpires: 2027-01-01T00:00:00Z\n");
    EXPECT_EQ(security_txt({"tel:+1-201-555-0123", "2027-01-01T00:00:00Z", "https://t.example/p", "en, es"},
                           "https://t.example"),
              "Contact: tel:+1-201-555-0123\nExpires: 2027-01-01T00:00:00Z\nPolicy: https://t.example/p\n"
              "Preferred-Languages: en, es\nCanonical: https://t.example/.well-known/security.txt\n");
}

std::string sitemap(const domain::Catalogue& catalogue, std::string_view instant) {
    const Options options{"https://t.example", {}, false};
    std::vector<Page> others(3);
    others[0].path = "/embed/lereporting";
    others[0].kind = Kind::embed;
    others[1].path = "/embed/lereporting/fragment";
    others[1].kind = Kind::embed;
    others[2].path = "/docs";
    others[2].kind = Kind::page;
    const auto pages = sitemap_pages(View(catalogue, at(instant), options), others);
    return finish(pages.at(0), {}, catalogue, options);
}

TEST(Sitemap, names_each_embed_and_when_it_changed_by_the_content) {
    auto catalogue = testing::small_catalogue();
    const auto entry = [](std::string_view day) {
        return "<url><loc>https://t.example/embed/lereporting</loc><lastmod>" + std::string(day) + "</lastmod></url>";
    };
    EXPECT_NE(sitemap(catalogue, "2024-08-28T03:59:59Z").find(entry("2024-04-30T04:00:00Z")), std::string::npos);
    EXPECT_NE(sitemap(catalogue, "2024-08-28").find(entry("2024-08-28T04:00:00Z")), std::string::npos);
    catalogue.toolkits[0].sections[0].revisions = {{testing::day("2026-01-02"), at("2026-01-02"), "Mended."}};
    EXPECT_NE(sitemap(catalogue, "2024-08-28").find(entry("2024-08-28T04:00:00Z")), std::string::npos) << "planned";
    catalogue.revised_at = at("2026-01-02");
    EXPECT_NE(sitemap(catalogue, "2024-08-28").find(entry("2026-01-02T05:00:00Z")), std::string::npos);
}

TEST(Sitemap, names_pages_and_no_fragments) {
    const auto text = sitemap(testing::small_catalogue(), "2024-08-28");
    EXPECT_NE(text.find("<url><loc>https://t.example/docs</loc></url>"), std::string::npos);
    EXPECT_EQ(text.find("fragment"), std::string::npos);
}

TEST(Sitemap, needs_an_address_of_the_services_own) {
    const auto catalogue = testing::small_catalogue();
    const Options options;
    EXPECT_TRUE(sitemap_pages(View(catalogue, at("2024-08-28"), options), {}).empty());
}

}  // namespace
}  // namespace toolkitd::render
