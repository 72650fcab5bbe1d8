// The header fields of what the content gives.
#include <gtest/gtest.h>

#include <set>
#include <string>
#include <string_view>

#include "http/labels.h"
#include "http/route_table.h"
#include "http/served_site.h"
#include "site/build.h"
#include "support/catalogues.h"

namespace toolkitd::http {
namespace {

using testing::at;
using testing::json;
using testing::kSwitch;
using testing::ServedSite;
using testing::value;

TEST(ContentFields, are_all_there) {
    const ServedSite site(testing::small_catalogue(), kSwitch);
    const auto answer = site.get("/v1/toolkits/lereporting");
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(value(answer, "Content-Type"), "application/json");
    EXPECT_EQ(value(answer, "Content-Language"), "en");
    EXPECT_EQ(value(answer, "Vary"), "Accept, Accept-Encoding, Accept-Language");
    EXPECT_EQ(value(answer, "Last-Modified"), "Wed, 28 Aug 2024 04:00:00 GMT");
    EXPECT_EQ(value(answer, "ETag").size(), 34U);  // 32 hexadecimal digits in quotes
    EXPECT_EQ(value(answer, "Link"),
              "<https://example.org/lereporting>; rel=\"canonical\", </v1/rights>; rel=\"license\", </openapi.json>; "
              "rel=\"describedby\"; type=\"application/json\", </openapi.yaml>; rel=\"service-desc\"; "
              "type=\"application/yaml\", </v1/toolkits/lereporting>; rel=\"alternate\"; type=\"application/ld+json\"");
}

TEST(ContentFields, link_to_the_public_address_where_there_is_one) {
    ServiceSettings settings;
    settings.public_url = "https://api.example.org";
    const ServedSite site(testing::small_catalogue(), kSwitch, settings);
    const auto link = value(site.get("/v1/regulation-status"), "Link");
    EXPECT_TRUE(
        link.starts_with("<https://api.example.org/v1/regulations/t-visa-final-rule-2024/status>; rel=\"canonical\", "))
        << link;
    EXPECT_NE(link.find("<https://api.example.org/v1/rights>; rel=\"license\""), std::string::npos) << link;
}

TEST(ContentFields, of_a_304_are_those_that_a_cache_needs_and_no_content) {
    const ServedSite site(testing::small_catalogue(), kSwitch);
    const auto full = site.get("/v1/toolkits");
    const auto answer = site.get("/v1/toolkits", {{FieldName::if_none_match, "*"}});
    EXPECT_EQ(answer.status, 304);
    EXPECT_EQ(answer.content(), "");
    for (const std::string_view name : {"ETag", "Cache-Control", "Vary", "Last-Modified", "Access-Control-Allow-Origin",
                                        "Access-Control-Expose-Headers"}) {
        EXPECT_EQ(value(answer, name), value(full, name)) << name;
    }
    for (const std::string_view name : {"Content-Type", "Content-Language", "Link"}) {
        EXPECT_EQ(value(answer, name), "none") << name;  // RFC 9110 section 15.4.5
    }
}

TEST(ContentFields, stand_once_in_every_answer) {
    const ServedSite site(testing::small_catalogue(), kSwitch);
    for (const std::string_view target : {"/v1", "/v1/", "/", "/nothing", "/v1?as_of=x", "/healthz", "/openapi.yaml"}) {
        const auto answer = site.get(target);
        std::set<std::string> names;
        for (const auto& [name, text] : testing::fields_of(answer))
            EXPECT_TRUE(names.insert(name).second) << target << ' ' << name;
    }
}

TEST(ContentFields, that_every_answer_bears_are_on_every_route) {
    const ServedSite site(testing::small_catalogue(), kSwitch);
    for (const auto& route : routes()) {
        for (const Method method : {Method::get, Method::head, Method::options, Method::other}) {
            const auto answer = site.ask(method, route.path);
            EXPECT_EQ(value(answer, "Access-Control-Allow-Origin"), "*") << route.path;
            EXPECT_EQ(value(answer, "X-Content-Type-Options"), "nosniff") << route.path;
            EXPECT_EQ(value(answer, "Referrer-Policy"), "no-referrer") << route.path;
            EXPECT_NE(value(answer, "Cache-Control"), "none") << route.path;
        }
    }
}

TEST(ContentFields, of_a_document_name_no_language) {
    const ServedSite site(testing::small_catalogue(), kSwitch);
    const auto answer = site.get("/openapi.yaml");
    EXPECT_EQ(value(answer, "Content-Type"), "application/yaml");
    EXPECT_EQ(value(answer, "Content-Language"), "none");
    EXPECT_EQ(value(answer, "Last-Modified"), "none");
    EXPECT_NE(value(answer, "ETag"), "none");
}

TEST(ContentFields, date_content_from_its_latest_revision_once_that_has_come) {
    auto built = testing::small_catalogue();
    built.revised_at = at("2024-09-10T07:00:00Z");
    ServedSite site(std::move(built), at("2024-09-10T06:59:59Z"));
    const auto date = [&] { return value(site.get("/v1/regulation-status"), "Last-Modified"); };
    EXPECT_EQ(date(), "none");
    site.clock.set(at("2024-09-10T07:00:00Z"));
    EXPECT_EQ(date(), "Tue, 10 Sep 2024 07:00:00 GMT");
}

TEST(ContentFields, keep_the_content_alive_when_the_snapshot_is_exchanged) {
    ServedSite site(testing::small_catalogue(), kSwitch);
    const auto answer = site.get("/v1/rights");
    const std::string before(answer.content());
    site.snapshot.reset();
    site.store.publish(site::build(testing::empty_catalogue(), {}, {}, kSwitch, labeller({})));
    EXPECT_EQ(answer.content(), before);
}

}  // namespace
}  // namespace toolkitd::http
