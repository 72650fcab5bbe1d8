#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "http/route_table.h"
#include "http/served_site.h"
#include "support/catalogues.h"

namespace toolkitd::http {
namespace {

using testing::json;
using testing::kSwitch;
using testing::ServedSite;
using testing::value;

TEST(Methods, options_tells_them_on_every_path_without_looking_at_it) {
    const ServedSite site(testing::small_catalogue(), kSwitch);
    for (const std::string_view path :
         {"/", "/v1", "/v1/toolkits/lereporting", "/healthz", "/nothing", "*", "/v1?as_of=now"}) {
        const auto answer = site.ask(Method::options, path);
        EXPECT_EQ(answer.status, 204) << path;
        EXPECT_EQ(value(answer, "Allow"), "GET, HEAD, OPTIONS") << path;
        EXPECT_EQ(value(answer, "Access-Control-Allow-Origin"), "*") << path;
        EXPECT_EQ(value(answer, "Content-Type"), "none") << path;
        EXPECT_EQ(answer.content(), "") << path;
    }
}

TEST(Methods, options_answers_every_preflight_alike) {
    const ServedSite site(testing::small_catalogue(), kSwitch);
    const auto answer = site.ask(Method::options, "/v1");
    EXPECT_EQ(value(answer, "Access-Control-Allow-Origin"), "*");
    EXPECT_EQ(value(answer, "Access-Control-Allow-Methods"), "GET, HEAD, OPTIONS");
    EXPECT_TRUE(value(answer, "Access-Control-Allow-Headers").starts_with("*, "));
}

TEST(Methods, others_are_not_allowed_on_any_path) {
    const ServedSite site(testing::small_catalogue(), kSwitch);
    for (const auto& route : routes()) {
        const auto answer = site.ask(Method::other, route.path);
        EXPECT_EQ(answer.status, 405) << route.path;
        EXPECT_EQ(value(answer, "Allow"), "GET, HEAD, OPTIONS") << route.path;
        EXPECT_EQ(json(answer)["type"], "/v1/problems/method-not-allowed") << route.path;
    }
    EXPECT_EQ(site.ask(Method::other, "/nothing").status, 405);
    EXPECT_EQ(site.ask(Method::other, "/v1?as_of=now").status, 405);
}

TEST(Methods, others_follow_no_condition) {
    const ServedSite site(testing::small_catalogue(), kSwitch);
    EXPECT_EQ(site.ask(Method::other, "/v1", {{FieldName::if_none_match, "*"}}).status, 405);
    EXPECT_EQ(site.ask(Method::options, "/v1", {{FieldName::if_none_match, "*"}}).status, 204);
    EXPECT_EQ(site.ask(Method::options, "/v1", {{FieldName::if_match, "\"x\""}}).status, 204);
}

TEST(Methods, head_is_answered_as_get_is) {
    const ServedSite site(testing::small_catalogue(), kSwitch);
    for (const std::string_view target :
         {"/", "/v1", "/v1/toolkits/lereporting", "/v1/resources?kind=practice_advisory", "/v1/", "/nothing",
          "/v1?as_of=now", "/openapi.json", "/livez", "/readyz", "/healthz", "/version"}) {
        const auto get = site.get(target);
        const auto head = site.ask(Method::head, target);
        EXPECT_EQ(head.status, get.status) << target;
        EXPECT_EQ(testing::fields_of(head), testing::fields_of(get)) << target;
        EXPECT_EQ(head.content().size(), get.content().size()) << target;  // the transport leaves it out, and counts it
    }
}

TEST(Methods, head_follows_conditions) {
    const ServedSite site(testing::small_catalogue(), kSwitch);
    EXPECT_EQ(site.ask(Method::head, "/v1", {{FieldName::if_none_match, "*"}}).status, 304);
    EXPECT_EQ(site.ask(Method::head, "/v1", {{FieldName::if_match, "\"x\""}}).status, 412);
}

}  // namespace
}  // namespace toolkitd::http
