#include <gtest/gtest.h>

#include "render/rendered.h"
#include "support/catalogues.h"
#include "support/times.h"

namespace toolkitd::render {
namespace {

using testing::Rendered;

const Rendered& pending() {
    static const Rendered kRendered(testing::small_catalogue(), "2024-05-01");
    return kRendered;
}

TEST(Toolkit, has_everything_in_it) {
    const std::string path = "/v1/toolkits/lereporting";
    EXPECT_EQ(pending().keys(path), "id title canonical_url language publisher regulation notice sections resources");
    EXPECT_EQ(pending().text(path, "/data/title"), "Toolkit lereporting");
    EXPECT_EQ(pending().text(path, "/data/canonical_url"), "https://example.org/lereporting");
    EXPECT_EQ(pending().ids(path, "/data/sections"), "target-audience toolkit-contents");
    EXPECT_EQ(pending().ids(path, "/data/resources"), "guide video");
    EXPECT_EQ(pending().text(path, "/data/notice/id"), "pending");
}

TEST(Toolkit, holds_its_parts_as_they_stand_by_themselves) {
    const std::string path = "/v1/toolkits/lereporting";
    EXPECT_EQ(pending().json(path, "/data/sections"), pending().json(path + "/sections"));
    EXPECT_EQ(pending().json(path, "/data/resources/0"), pending().json("/v1/resources/guide"));
    EXPECT_EQ(pending().json(path, "/data/regulation"),
              pending().json("/v1/regulations/t-visa-final-rule-2024", "/data/status"));
}

TEST(Toolkit, says_who_publishes_it) {
    EXPECT_EQ(pending().json("/v1/toolkits/lereporting", "/data/publisher"),
              R"({"id":"publisher","name":"Publisher","full_name":"The Publisher","url":"https://example.org/"})");
}

TEST(Toolkit, may_have_a_publisher_whose_address_is_not_known) {
    auto catalogue = testing::small_catalogue();
    catalogue.publisher.url = {};
    EXPECT_EQ(Rendered(catalogue, "2024-05-01").json("/v1/toolkits/lereporting", "/data/publisher/url"), "null");
}

TEST(Toolkit, leads_to_its_list_its_sections_and_its_regulations_status) {
    EXPECT_EQ(pending().json("/v1/toolkits/lereporting", "/links"),
              R"({"self":"/v1/toolkits/lereporting","canonical":"https://example.org/lereporting",)"
              R"("up":"/v1/toolkits","sections":"/v1/toolkits/lereporting/sections",)"
              R"("feed":"/v1/toolkits/lereporting/feed.json","feed_atom":"/v1/toolkits/lereporting/feed.atom",)"
              R"("status":"/v1/regulations/t-visa-final-rule-2024/status",)"
              R"("license":"/v1/rights","describedby":"/openapi.json","service_desc":"/openapi.yaml"})");
}

TEST(Toolkit, stands_in_the_list_in_short) {
    EXPECT_EQ(pending().json("/v1/toolkits"),
              R"([{"id":"lereporting","title":"Toolkit lereporting","canonical_url":"https://example.org/lereporting",)"
              R"("language":"en","regulation":{"id":"t-visa-final-rule-2024","status":"pending","in_effect":false},)"
              R"("links":{"self":"/v1/toolkits/lereporting"}}])");
}

TEST(Toolkit, that_follows_no_regulation_has_neither_status_nor_notice) {
    auto catalogue = testing::small_catalogue();
    catalogue.toolkits[0].regulation = {};
    const Rendered rendered(catalogue, "2024-05-01");
    EXPECT_EQ(rendered.json("/v1/toolkits/lereporting", "/data/regulation"), "null");
    EXPECT_EQ(rendered.json("/v1/toolkits/lereporting", "/data/notice"), "null");
    EXPECT_EQ(rendered.json("/v1/toolkits", "/data/0/regulation"), "null");
    EXPECT_EQ(rendered.keys("/v1/toolkits/lereporting", "/links"),
              "self canonical up sections feed feed_atom license describedby service_desc");
}

TEST(Toolkit, has_no_opinion_on_a_rule_that_nothing_is_known_of) {
    const Rendered rendered(testing::small_catalogue(), "2024-04-29");
    EXPECT_EQ(rendered.json("/v1/toolkits", "/data/0/regulation"),
              R"({"id":"t-visa-final-rule-2024","status":"unknown","in_effect":null})");
    EXPECT_EQ(rendered.json("/v1/toolkits/lereporting", "/data/notice"), "null");
}

TEST(Toolkit, keeps_the_order_of_its_own_list_of_resources) {
    auto catalogue = testing::small_catalogue();
    catalogue.toolkits[0].resources = {"video", "guide"};
    const Rendered rendered(catalogue, "2024-05-01");
    EXPECT_EQ(rendered.ids("/v1/toolkits/lereporting", "/data/resources"), "video guide");
    EXPECT_EQ(rendered.ids("/v1/resources"), "guide video");
}

}  // namespace
}  // namespace toolkitd::render
