// Linked data, to those who ask for it.
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "http/served_site.h"
#include "support/catalogues.h"

namespace toolkitd::http {
namespace {

using testing::at;
using testing::json;
using testing::kSwitch;
using testing::ServedSite;
using testing::value;

constexpr std::string_view kRule = "/v1/regulations/t-visa-final-rule-2024";
constexpr std::string_view kType = "application/ld+json";

Field wanted() { return {FieldName::accept, kType}; }

TEST(LinkedData, is_given_for_each_item_to_those_who_prefer_it) {
    const ServedSite site(testing::real_catalogue(), kSwitch);
    for (const std::string_view path : {"/v1/toolkits/lereporting", "/v1/toolkits/lereporting/sections/target-audience",
                                        "/v1/resources/reporting-video", "/v1/regulations/t-visa-final-rule-2024"}) {
        const auto answer = site.get(path, {wanted()});
        EXPECT_EQ(answer.status, 200) << path;
        EXPECT_EQ(value(answer, "Content-Type"), kType) << path;
        EXPECT_EQ(value(answer, "Vary"), "Accept, Accept-Encoding, Accept-Language") << path;
        EXPECT_EQ(json(answer)["@id"], path);
        EXPECT_EQ(value(site.get(path), "Content-Type"), "application/json") << path;
    }
}

TEST(LinkedData, is_told_of_by_the_json_of_items_and_by_nothing_else) {
    ServiceSettings settings;
    settings.public_url = "https://api.example.org";
    const ServedSite site(testing::small_catalogue(), kSwitch, settings);
    const auto has_alternate = [&](std::string_view path, std::vector<Field> fields = {}) {
        const std::string link =
            "<https://api.example.org" + std::string(path) + ">; rel=\"alternate\"; type=\"application/ld+json\"";
        return value(site.get(path, std::move(fields)), "Link").ends_with(link);
    };
    EXPECT_TRUE(has_alternate("/v1/toolkits/lereporting"));
    EXPECT_TRUE(has_alternate(kRule));
    EXPECT_FALSE(has_alternate(kRule, {wanted()}));
    EXPECT_FALSE(has_alternate("/v1/toolkits"));
    EXPECT_FALSE(has_alternate("/v1/regulation-status"));
}

TEST(LinkedData, says_whether_the_rule_is_in_force_at_each_instant) {
    const ServedSite site(testing::real_catalogue(), at("2030-01-01T00:00:00Z"));
    const auto at_instant = [&](std::string_view instant) {
        return json(site.get(std::string(kRule) + "?as_of=" + std::string(instant), {wanted()}));
    };
    EXPECT_EQ(at_instant("2024-08-28T03:59:59Z")["legislationLegalForce"]["@id"], "https://schema.org/NotInForce");
    EXPECT_EQ(at_instant("2024-08-28T04:00:00Z")["legislationLegalForce"]["@id"], "https://schema.org/InForce");
    EXPECT_EQ(at_instant("2024-08-28T04:00:01Z")["legislationLegalForce"]["@id"], "https://schema.org/InForce");
    EXPECT_EQ(at_instant("2024-08-28T03:59:59Z")["subjectOf"]["expires"], "2024-08-28T04:00:00Z");
}

TEST(LinkedData, has_a_tag_of_its_own) {
    const ServedSite site(testing::small_catalogue(), kSwitch);
    const auto tag = value(site.get(kRule, {wanted()}), "ETag");
    EXPECT_NE(tag, value(site.get(kRule), "ETag"));
    EXPECT_EQ(site.get(kRule, {wanted(), {FieldName::if_none_match, tag}}).status, 304);
    EXPECT_EQ(value(site.get(kRule, {wanted(), {FieldName::if_none_match, tag}}), "Vary"),
              "Accept, Accept-Encoding, Accept-Language");
    EXPECT_EQ(site.get(kRule, {{FieldName::if_none_match, tag}}).status, 200);
}

TEST(LinkedData, has_the_services_own_words_in_the_language_that_is_asked_for) {
    const ServedSite site(testing::small_catalogue(), kSwitch);
    const auto spanish = site.get("/v1/toolkits/lereporting?lang=es", {wanted()});
    EXPECT_EQ(json(spanish)["hasPart"].back()["creativeWorkStatus"]["description"]["@language"], "es");
    EXPECT_EQ(value(spanish, "Content-Language"), "en, es");
    EXPECT_EQ(value(spanish, "Vary"), "Accept, Accept-Encoding");
    EXPECT_EQ(json(site.get("/v1/toolkits/lereporting", {wanted()}))["hasPart"]
                  .back()["creativeWorkStatus"]["description"]["@language"],
              "en");
}

TEST(LinkedData, of_what_has_none_is_plain_json) {
    const ServedSite site(testing::small_catalogue(), kSwitch);
    for (const std::string_view path : {"/v1", "/v1/toolkits", "/v1/regulation-status", "/v1/rights"}) {
        EXPECT_EQ(value(site.get(path, {wanted()}), "Content-Type"), "application/json") << path;
    }
    EXPECT_EQ(site.get("/v1/toolkits/nothing", {wanted()}).status, 404);
}

}  // namespace
}  // namespace toolkitd::http
