#include <gtest/gtest.h>

#include "render/rendered.h"
#include "support/catalogues.h"
#include "support/times.h"

namespace toolkitd::render {
namespace {

using testing::Rendered;

std::string guide(const domain::Resource& resource, const std::string& pointer) {
    auto catalogue = testing::small_catalogue();
    catalogue.resources[0] = resource;
    return Rendered(catalogue, "2024-05-01").json("/v1/resources/guide", pointer);
}

std::string dates(const std::vector<domain::ResourceDate>& dates) {
    auto resource = testing::resource("guide");
    resource.dates = dates;
    return guide(resource, "/data/dates");
}

TEST(Resource, is_told_as_the_publisher_lists_it) {
    const Rendered rendered(testing::small_catalogue(), "2024-05-01");
    const std::string path = "/v1/resources/guide";
    EXPECT_EQ(
        rendered.keys(path),
        "id kind kind_label title as_listed language audiences dates duration href link_status toolkits currency");
    EXPECT_EQ(rendered.text(path, "/data/kind"), "practice_advisory");
    EXPECT_EQ(rendered.text(path, "/data/kind_label"), "Practice Advisory");
    EXPECT_EQ(rendered.text(path, "/data/title"), "Resource guide");
    EXPECT_EQ(rendered.text(path, "/data/as_listed"), "Resource guide");
    EXPECT_EQ(rendered.json(path, "/data/audiences"), R"(["attorney"])");
    EXPECT_EQ(rendered.json(path, "/data/toolkits"), R"(["lereporting"])");
}

TEST(Resource, stands_in_the_list_as_it_stands_by_itself) {
    const Rendered rendered(testing::small_catalogue(), "2024-05-01");
    EXPECT_EQ(rendered.json("/v1/resources", "/data/0"), rendered.json("/v1/resources/guide"));
    EXPECT_EQ(rendered.json("/v1/resources", "/data/1"), rendered.json("/v1/resources/video"));
}

TEST(Resource, whose_address_is_not_known_says_so) {
    EXPECT_EQ(guide(testing::resource("guide"), "/data/href"), "null");
    EXPECT_EQ(guide(testing::resource("guide"), "/data/link_status"), R"("unresolved")");
}

TEST(Resource, whose_address_is_known_has_it) {
    auto resource = testing::resource("guide");
    resource.href = "https://example.org/guide";
    EXPECT_EQ(guide(resource, "/data/href"), R"("https://example.org/guide")");
    EXPECT_EQ(guide(resource, "/data/link_status"), R"("resolved")");
}

TEST(Resource, keeps_its_dates_as_precise_as_they_are_given) {
    using domain::DateRole;
    EXPECT_EQ(dates({{testing::date("2024-01"), "January 2024", DateRole::updated}}),
              R"([{"value":"2024-01","precision":"month","label":"January 2024","role":"updated"}])");
    EXPECT_EQ(dates({{testing::date("2022"), "2022", DateRole::published},
                     {testing::date("2023-11-27"), "Nov. 27, 2023", DateRole::recorded}}),
              R"([{"value":"2022","precision":"year","label":"2022","role":"published"},)"
              R"({"value":"2023-11-27","precision":"day","label":"Nov. 27, 2023","role":"recorded"}])");
    EXPECT_EQ(dates({}), "[]");
}

TEST(Resource, leads_to_the_list_and_to_the_toolkit_whose_page_stands_for_it) {
    const Rendered rendered(testing::small_catalogue(), "2024-05-01");
    EXPECT_EQ(rendered.json("/v1/resources/guide", "/links"),
              R"({"self":"/v1/resources/guide","canonical":"https://example.org/lereporting","up":"/v1/resources",)"
              R"("toolkit":"/v1/toolkits/lereporting","license":"/v1/rights","describedby":"/openapi.json",)"
              R"("service_desc":"/openapi.yaml"})");
}

TEST(Resource, that_no_toolkit_lists_stands_for_itself) {
    auto catalogue = testing::small_catalogue();
    catalogue.toolkits[0].resources = {"video"};
    const Rendered rendered(catalogue, "2024-05-01");
    EXPECT_EQ(rendered.json("/v1/resources/guide", "/data/toolkits"), "[]");
    EXPECT_EQ(rendered.text("/v1/resources/guide", "/links/canonical"), "/v1/resources/guide");
    EXPECT_EQ(rendered.keys("/v1/resources/guide", "/links"), "self canonical up license describedby service_desc");
}

TEST(Resource, of_several_toolkits_belongs_to_the_first_by_id) {
    auto catalogue = testing::small_catalogue();
    catalogue.toolkits.insert(catalogue.toolkits.begin(), testing::toolkit("asylum"));
    catalogue.toolkits[0].resources = {"guide"};
    const Rendered rendered(catalogue, "2024-05-01");
    EXPECT_EQ(rendered.json("/v1/resources/guide", "/data/toolkits"), R"(["asylum","lereporting"])");
    EXPECT_EQ(rendered.text("/v1/resources/guide", "/links/toolkit"), "/v1/toolkits/asylum");
    EXPECT_EQ(rendered.text("/v1/resources/guide", "/links/canonical"), "https://example.org/asylum");
}

}  // namespace
}  // namespace toolkitd::render
