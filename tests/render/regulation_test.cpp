#include <gtest/gtest.h>

#include "render/rendered.h"
#include "render/rich_catalogue.h"

namespace toolkitd::render {
namespace {

using testing::Rendered;

const std::string kRule = "/v1/regulations/first-rule";

Rendered rendered(std::string_view instant) { return {testing::rich_catalogue(), instant, {{}, "first-rule", false}}; }

TEST(Regulation, is_told_whole) {
    const Rendered after = rendered("2024-10-12");
    EXPECT_EQ(
        after.keys(kRule),
        "id title short_title agency citation document_number rin docket cfr_parts replaces finalizes href link_status "
        "summary language status notice documents timeline");
    EXPECT_EQ(after.text(kRule, "/data/citation"), "89 FR 34864");
    EXPECT_EQ(after.text(kRule, "/data/document_number"), "2024-09022");
    EXPECT_EQ(after.text(kRule, "/data/href"), "https://www.federalregister.gov/d/2024-09022");
    EXPECT_EQ(after.text(kRule, "/data/link_status"), "resolved");
    EXPECT_EQ(after.text(kRule, "/data/rin"), "1615-AA59");
    EXPECT_EQ(after.json(kRule, "/data/docket"), "null");
    EXPECT_EQ(after.json(kRule, "/data/cfr_parts"), R"(["8 CFR part 214"])");
    EXPECT_EQ(after.json(kRule, "/data/replaces"), R"([{"citation":"67 FR 4784"}])");
    EXPECT_EQ(after.json(kRule, "/data/finalizes"), R"([{"citation":"81 FR 92266"}])");
    EXPECT_EQ(after.text(kRule, "/data/summary/text"), "What the first rule does.");
}

TEST(Regulation, without_a_summary_has_none) {
    EXPECT_EQ(rendered("2024-10-12").json("/v1/regulations/second-rule", "/data/summary"), "null");
}

TEST(Regulation, stands_in_the_list_in_short) {
    EXPECT_EQ(rendered("2024-10-12").json("/v1/regulations", "/data/0"),
              R"({"id":"first-rule","title":"A Rule","short_title":"Rule","citation":"89 FR 34864",)"
              R"("status":"effective","in_effect":true,"since":"2024-10-01T04:00:00Z",)"
              R"("links":{"self":"/v1/regulations/first-rule","status":"/v1/regulations/first-rule/status"}})");
}

TEST(Regulation, that_nobody_knows_of_is_in_the_list_without_a_status) {
    EXPECT_EQ(rendered("2024-04-29").json("/v1/regulations", "/data/0"),
              R"({"id":"first-rule","title":"A Rule","short_title":"Rule","citation":null,)"
              R"("status":"unknown","in_effect":null,"since":null,)"
              R"("links":{"self":"/v1/regulations/first-rule","status":"/v1/regulations/first-rule/status"}})");
}

TEST(Regulation, has_the_flag_in_it_without_its_notice_and_the_notice_beside) {
    const Rendered after = rendered("2024-10-12");
    EXPECT_EQ(after.text(kRule, "/data/status/status"), "effective");
    EXPECT_EQ(after.keys(kRule, "/data/status").find("notice"), std::string::npos);
    EXPECT_EQ(after.json(kRule, "/data/notice"), after.json(kRule + "/status", "/data/notice"));
}

TEST(Regulation, leads_to_its_list_and_its_status) {
    EXPECT_EQ(rendered("2024-10-12").json(kRule, "/links"),
              R"({"self":"/v1/regulations/first-rule","canonical":"/v1/regulations/first-rule","up":"/v1/regulations",)"
              R"("status":"/v1/regulations/first-rule/status","license":"/v1/rights","describedby":"/openapi.json",)"
              R"("service_desc":"/openapi.yaml"})");
}

}  // namespace
}  // namespace toolkitd::render
