// The day on which the rule takes effect, as a client sees it: one second before, at the instant, one second after.
#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <string_view>

#include "http/served_site.h"
#include "support/catalogues.h"

namespace toolkitd::http {
namespace {

using std::chrono::microseconds;
using std::chrono::seconds;
using testing::json;
using testing::kSwitch;
using testing::ServedSite;
using testing::value;

constexpr std::string_view kFlag = "/v1/regulations/t-visa-final-rule-2024/status";

TEST(Switch, turns_the_flag_at_the_instant_itself) {
    ServedSite site(testing::real_catalogue(), kSwitch);
    const auto status = [&](base::TimePoint now) {
        site.clock.set(now);
        const auto flag = json(site.get(kFlag))["data"];
        return flag["status"].get<std::string>() + (flag["in_effect"].get<bool>() ? ", in effect" : ", not in effect");
    };
    EXPECT_EQ(status(kSwitch - seconds{1}), "pending, not in effect");
    EXPECT_EQ(status(kSwitch - microseconds{1}), "pending, not in effect");
    EXPECT_EQ(status(kSwitch), "effective, in effect");
    EXPECT_EQ(status(kSwitch + seconds{1}), "effective, in effect");
}

TEST(Switch, turns_the_primary_regulations_flag_with_it) {
    ServedSite site(testing::real_catalogue(), kSwitch - seconds{1});
    for (const auto step : {seconds{0}, seconds{1}, seconds{1}}) {
        site.clock.advance(step);
        EXPECT_EQ(json(site.get("/v1/regulation-status"))["data"], json(site.get(kFlag))["data"]);
    }
}

TEST(Switch, puts_the_services_notice_in_the_place_of_the_publishers) {
    ServedSite site(testing::real_catalogue(), kSwitch - seconds{1});
    const auto notice = [&] { return json(site.get("/v1/toolkits/lereporting"))["data"]["notice"]; };
    EXPECT_EQ(notice()["id"], "important-update");
    EXPECT_EQ(notice()["provenance"], "publisher");
    site.clock.set(kSwitch);
    EXPECT_EQ(notice()["id"], "t-visa-rule-in-effect");
    EXPECT_EQ(notice()["provenance"], "service");
}

TEST(Switch, changes_tag_and_bytes_of_what_it_changes) {
    ServedSite site(testing::real_catalogue(), kSwitch);
    for (const std::string_view path :
         {kFlag, std::string_view("/v1/regulation-status"), std::string_view("/v1/regulations"),
          std::string_view("/v1/toolkits"), std::string_view("/v1/toolkits/lereporting")}) {
        site.clock.set(kSwitch - seconds{1});
        const auto before = site.get(path);
        site.clock.set(kSwitch);
        const auto at = site.get(path);
        site.clock.set(kSwitch + seconds{1});
        const auto after = site.get(path);
        EXPECT_NE(value(before, "ETag"), value(at, "ETag")) << path;
        EXPECT_FALSE(before.content() == at.content()) << path;
        EXPECT_EQ(value(at, "ETag"), value(after, "ETag")) << path;
        EXPECT_TRUE(at.content() == after.content()) << path;
    }
}

TEST(Switch, leaves_alone_what_it_does_not_change) {
    ServedSite site(testing::real_catalogue(), kSwitch - seconds{1});
    for (const std::string_view path : {"/v1", "/v1/rights", "/v1/problems", "/openapi.json"}) {
        site.clock.set(kSwitch - seconds{1});
        const std::string before = value(site.get(path), "ETag");
        site.clock.set(kSwitch);
        EXPECT_EQ(value(site.get(path), "ETag"), before) << path;
    }
}

TEST(Switch, is_crossed_by_no_304) {
    ServedSite site(testing::small_catalogue(), kSwitch - seconds{1});
    const auto before = site.get(kFlag);
    const std::string tag = value(before, "ETag");
    const std::string date = "Wed, 28 Aug 2024 03:59:59 GMT";
    const auto status = [&](std::vector<Field> fields) { return site.get(kFlag, std::move(fields)).status; };

    EXPECT_EQ(status({{FieldName::if_none_match, tag}}), 304);
    EXPECT_EQ(status({{FieldName::if_modified_since, date}}), 304);
    site.clock.set(kSwitch);
    EXPECT_EQ(status({{FieldName::if_none_match, tag}}), 200);
    EXPECT_EQ(status({{FieldName::if_none_match, "\"x\", W/" + tag}}), 200);
    EXPECT_EQ(status({{FieldName::if_modified_since, date}}), 200);
    EXPECT_EQ(status({{FieldName::if_match, tag}}), 412);
    EXPECT_EQ(status({{FieldName::if_unmodified_since, date}}), 412);
    EXPECT_EQ(status({{FieldName::if_modified_since, "Wed, 28 Aug 2024 04:00:00 GMT"}}), 304);
}

TEST(Switch, is_undone_by_a_clock_that_is_set_back) {
    ServedSite site(testing::real_catalogue(), kSwitch);
    EXPECT_EQ(json(site.get(kFlag))["data"]["status"], "effective");
    site.clock.set(kSwitch - seconds{1});
    EXPECT_EQ(json(site.get(kFlag))["data"]["status"], "pending");
}

}  // namespace
}  // namespace toolkitd::http
