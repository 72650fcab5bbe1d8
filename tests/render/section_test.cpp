#include <gtest/gtest.h>

#include "render/rendered.h"
#include "support/catalogues.h"

namespace toolkitd::render {
namespace {

using testing::Rendered;

const std::string kSections = "/v1/toolkits/lereporting/sections";

domain::Catalogue catalogue() {
    auto built = testing::small_catalogue();
    built.toolkits[0].sections[0].text.links = {{"here", "here", {}}};
    return built;
}

TEST(Section, is_told_with_its_place_and_its_links) {
    const Rendered rendered(catalogue(), "2024-05-01");
    EXPECT_EQ(
        rendered.json(kSections + "/target-audience"),
        R"({"id":"target-audience","toolkit":"lereporting","title":"Section target-audience","position":1,)"
        R"("language":"en","text":{"markdown":"Text of target-audience.",)"
        R"("html":"<p>Text of target-audience.</p>\n","text":"Text of target-audience."},)"
        R"("links":[{"id":"here","text":"here","href":null,"link_status":"unresolved","provenance":"publisher"}],"resources":[],)"
        R"("href":"/v1/toolkits/lereporting/sections/target-audience"})");
}

TEST(Section, lists_the_resources_that_follow_its_text) {
    const Rendered rendered(catalogue(), "2024-05-01");
    const std::string path = kSections + "/toolkit-contents";
    EXPECT_EQ(rendered.json(path, "/data/resources"), R"(["guide","video"])");
    EXPECT_EQ(rendered.text(path, "/data/text/text"),
              "Text of toolkit-contents.\n\n  • Resource guide\n  • Resource video");
    EXPECT_EQ(rendered.json(path, "/data/position"), "2");
}

TEST(Section, stands_in_the_list_as_it_stands_by_itself) {
    const Rendered rendered(catalogue(), "2024-05-01");
    EXPECT_EQ(rendered.ids(kSections), "target-audience toolkit-contents");
    EXPECT_EQ(rendered.json(kSections, "/data/0"), rendered.json(kSections + "/target-audience"));
    EXPECT_EQ(rendered.json(kSections, "/data/1"), rendered.json(kSections + "/toolkit-contents"));
}

TEST(Section, leads_to_its_list_and_its_toolkit_and_the_publishers_page_stands_for_it) {
    const Rendered rendered(catalogue(), "2024-05-01");
    EXPECT_EQ(rendered.json(kSections + "/target-audience", "/links"),
              R"({"self":"/v1/toolkits/lereporting/sections/target-audience",)"
              R"("canonical":"https://example.org/lereporting","up":"/v1/toolkits/lereporting/sections",)"
              R"("toolkit":"/v1/toolkits/lereporting","license":"/v1/rights","describedby":"/openapi.json",)"
              R"("service_desc":"/openapi.yaml"})");
    EXPECT_EQ(rendered.text(kSections, "/links/up"), "/v1/toolkits/lereporting");
    EXPECT_EQ(rendered.text(kSections, "/links/canonical"), "https://example.org/lereporting");
}

TEST(Section, may_be_missing_altogether) {
    auto without = testing::small_catalogue();
    without.toolkits[0].sections.clear();
    EXPECT_EQ(Rendered(without, "2024-05-01").json(kSections), "[]");
}

}  // namespace
}  // namespace toolkitd::render
