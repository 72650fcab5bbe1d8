#include <gtest/gtest.h>

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

ServiceSettings rehearsed() {
    ServiceSettings settings;
    settings.rehearsal = true;
    return settings;
}

TEST(Rehearsal, is_marked_on_every_answer) {
    const ServedSite site(testing::small_catalogue(), kSwitch, rehearsed());
    for (const auto& route : routes()) {
        for (const Method method : {Method::get, Method::head, Method::options, Method::other}) {
            EXPECT_EQ(value(site.ask(method, route.path), "Toolkitd-Rehearsal"), "true") << route.path;
        }
    }
    for (const std::string_view target : {"/v1/", "/nothing", "/v1?as_of=x", "/v1/resources?kind=none"}) {
        EXPECT_EQ(value(site.get(target), "Toolkitd-Rehearsal"), "true") << target;
    }
    EXPECT_EQ(value(site.get("/v1", {{FieldName::if_none_match, "*"}}), "Toolkitd-Rehearsal"), "true");
    EXPECT_EQ(value(site.get("/v1", {{FieldName::if_match, "\"x\""}}), "Toolkitd-Rehearsal"), "true");
}

TEST(Rehearsal, is_marked_on_what_is_refused_before_it_is_understood) {
    const ServedSite site(testing::small_catalogue(), kSwitch, rehearsed());
    const auto refused = site.service.refuse({render::ProblemKind::uri_too_long, "Too long."});
    EXPECT_EQ(refused.status, 414);
    EXPECT_EQ(value(refused, "Toolkitd-Rehearsal"), "true");
    EXPECT_EQ(value(refused, "Access-Control-Allow-Origin"), "*");
}

TEST(Rehearsal, is_said_in_the_content_and_by_health) {
    const ServedSite site(testing::small_catalogue(), kSwitch, rehearsed());
    EXPECT_EQ(json(site.get("/v1/regulation-status"))["meta"]["rehearsal"], true);
    EXPECT_EQ(json(site.get("/healthz"))["rehearsal"], true);
}

TEST(Rehearsal, shares_no_tag_with_the_real_thing) {
    const ServedSite real(testing::small_catalogue(), kSwitch);
    const ServedSite rehearsal(testing::small_catalogue(), kSwitch, rehearsed());
    EXPECT_NE(value(real.get("/v1/rights"), "ETag"), value(rehearsal.get("/v1/rights"), "ETag"));
    EXPECT_EQ(json(real.get("/v1/regulation-status"))["meta"]["rehearsal"], false);
    EXPECT_EQ(value(real.get("/v1"), "Toolkitd-Rehearsal"), "none");
}

}  // namespace
}  // namespace toolkitd::http
