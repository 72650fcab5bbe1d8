// The site as it stands at another instant.
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

constexpr std::string_view kFlag = "/v1/regulation-status";

std::string status_as_of(const ServedSite& site, const std::string& instant) {
    const auto answer = site.get(std::string(kFlag) + "?as_of=" + instant);
    return answer.status == 200 ? json(answer)["data"]["status"].get<std::string>() : std::to_string(answer.status);
}

TEST(AsOf, shows_the_flag_as_it_was_and_as_it_will_be_known_to_be) {
    const ServedSite site(testing::real_catalogue(), kSwitch);
    EXPECT_EQ(status_as_of(site, "0001-01-01T00:00:00Z"), "unknown");
    EXPECT_EQ(status_as_of(site, "2024-04-30T03:59:59Z"), "unknown");
    EXPECT_EQ(status_as_of(site, "2024-04-30T04:00:00Z"), "pending");
    EXPECT_EQ(status_as_of(site, "2024-08-28T03:59:59Z"), "pending");
    EXPECT_EQ(status_as_of(site, "2024-08-28T03:59:59.999Z"), "pending");
    EXPECT_EQ(status_as_of(site, "2024-08-28T04:00:00Z"), "effective");
    EXPECT_EQ(status_as_of(site, "2024-08-28T04:00:01Z"), "effective");
    EXPECT_EQ(status_as_of(site, "9999-12-31T23:59:59Z"), "effective");
}

TEST(AsOf, takes_a_day_as_its_start_where_the_publisher_is) {
    const ServedSite site(testing::real_catalogue(), kSwitch);
    EXPECT_EQ(status_as_of(site, "2024-04-29"), "unknown");
    EXPECT_EQ(status_as_of(site, "2024-04-30"), "pending");
    EXPECT_EQ(status_as_of(site, "2024-08-27"), "pending");
    EXPECT_EQ(status_as_of(site, "2024-08-28"), "effective");  // that day begins in Los Angeles at 07:00Z
}

TEST(AsOf, gives_the_bytes_and_the_tag_that_are_given_at_that_instant) {
    ServedSite site(testing::real_catalogue(), kSwitch);
    const auto at_the_switch = site.get(kFlag);
    for (const std::string_view now : {"2024-01-01", "2024-08-28T03:59:59Z", "2030-01-01"}) {
        site.clock.set(at(now));
        const auto answer = site.get("/v1/regulation-status?as_of=2024-08-28T04:00:00Z");
        EXPECT_TRUE(answer.content() == at_the_switch.content()) << now;
        EXPECT_EQ(value(answer, "ETag"), value(at_the_switch, "ETag")) << now;
    }
}

TEST(AsOf, holds_on_every_path_of_the_content) {
    const ServedSite site(testing::real_catalogue(), kSwitch);
    const std::string list = "/v1/toolkits/lereporting/sections";
    for (const std::string& path :
         {std::string("/v1"), std::string("/v1/toolkits"), std::string("/v1/toolkits/lereporting"), list,
          list + "/target-audience", std::string("/v1/resources"), std::string("/v1/resources/reporting-video"),
          std::string("/v1/regulations"), std::string("/v1/regulations/t-visa-final-rule-2024"),
          std::string("/v1/regulations/t-visa-final-rule-2024/status"), std::string("/v1/regulation-status"),
          std::string("/v1/rights"), std::string("/v1/problems"), std::string("/v1/problems/not-found"),
          std::string("/v1/toolkits/nothing")}) {
        EXPECT_EQ(site.get(path + "?as_of=now").status, 400) << path;
        EXPECT_EQ(site.get(path + "?as_of=2024-01-01&as_of=2024-01-02").status, 400) << path;
        EXPECT_EQ(site.get(path + "?as_of=2024-01-01").status, path.ends_with("nothing") ? 404 : 200) << path;
    }
}

TEST(AsOf, means_nothing_where_nothing_depends_on_time) {
    const ServedSite site(testing::small_catalogue(), kSwitch);
    for (const std::string_view path :
         {"/openapi.yaml", "/openapi.json", "/livez", "/readyz", "/healthz", "/version"}) {
        EXPECT_EQ(site.get(std::string(path) + "?as_of=now").status, 200) << path;
    }
}

TEST(AsOf, is_told_back_with_its_forms_where_it_is_wrong) {
    const ServedSite site(testing::small_catalogue(), kSwitch);
    const auto problem = json(site.get("/v1?as_of=28.08.2024"));
    EXPECT_EQ(problem["type"], "/v1/problems/invalid-parameter");
    EXPECT_EQ(problem["parameter"], "as_of");
    EXPECT_EQ(problem["given"], "28.08.2024");
    EXPECT_EQ(problem["allowed"].size(), 2U);
}

TEST(AsOf, keeps_conditions_and_leaves_out_a_date_that_lies_ahead) {
    const ServedSite site(testing::small_catalogue(), kSwitch - std::chrono::seconds{1});
    const std::string target = "/v1/regulation-status?as_of=2024-08-28T04:00:00Z";
    const auto answer = site.get(target);
    EXPECT_EQ(value(answer, "Last-Modified"), "none");
    const std::string tag = value(answer, "ETag");
    EXPECT_EQ(site.get(target, {{FieldName::if_none_match, tag}}).status, 304);
    EXPECT_EQ(value(site.get("/v1/regulation-status?as_of=2024-05-01"), "Last-Modified"),
              "Tue, 30 Apr 2024 04:00:00 GMT");
}

}  // namespace
}  // namespace toolkitd::http
