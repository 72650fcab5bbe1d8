// What of a regulation's history is told at an instant: what was announced by then.
#include <gtest/gtest.h>

#include "render/rendered.h"
#include "render/rich_catalogue.h"
#include "support/catalogues.h"

namespace toolkitd::render {
namespace {

using testing::Rendered;

std::string told(std::string_view instant, const std::string& pointer) {
    return Rendered(testing::rich_catalogue(), instant).json("/v1/regulations/first-rule", pointer);
}

std::string ids(std::string_view instant, const std::string& pointer) {
    return Rendered(testing::rich_catalogue(), instant).ids("/v1/regulations/first-rule", pointer);
}

TEST(RegulationHistory, tells_an_event_from_its_announcement_on) {
    EXPECT_EQ(ids("2024-04-30T03:59:59Z", "/data/timeline"), "");
    EXPECT_EQ(ids("2024-04-30T04:00:00Z", "/data/timeline"), "published");
    EXPECT_EQ(ids("2024-04-30T04:00:01Z", "/data/timeline"), "published");
    EXPECT_EQ(ids("2024-08-22", "/data/timeline"), "published delayed");
    EXPECT_EQ(ids("2024-08-23", "/data/timeline"), "published delayed corrected");
    EXPECT_EQ(ids("2030-01-01", "/data/timeline"), "published delayed corrected stayed lifted enjoined vacated");
}

TEST(RegulationHistory, tells_an_event_with_all_that_is_known_of_it) {
    EXPECT_EQ(told("2030-01-01", "/data/timeline/0"),
              R"({"id":"published","kind":"published",)"
              R"("announced":{"date":"2024-04-30","at":"2024-04-30T04:00:00Z","basis":"convention"},)"
              R"("takes_effect":{"date":"2024-08-28","at":"2024-08-28T04:00:00Z","basis":"convention"},)"
              R"("documents":["rule"],"places":[],"provisions":[],"lifts":null,"note":null,"confidence":"high"})");
    EXPECT_EQ(told("2030-01-01", "/data/timeline/2/note"), R"("Concerns one part.")");
    EXPECT_EQ(told("2030-01-01", "/data/timeline/3/takes_effect"),
              R"({"date":"2024-11-05","at":"2024-11-05T15:00:00Z","basis":"stated"})");
    EXPECT_EQ(told("2030-01-01", "/data/timeline/4/takes_effect"), "null");
    EXPECT_EQ(told("2030-01-01", "/data/timeline/4/lifts"), R"("stayed")");
    EXPECT_EQ(told("2030-01-01", "/data/timeline/5/places"), R"(["Texas"])");
    EXPECT_EQ(told("2030-01-01", "/data/timeline/5/provisions"), R"(["214.204"])");
}

TEST(RegulationHistory, tells_a_document_from_the_announcement_that_it_came_with) {
    EXPECT_EQ(ids("2024-04-30T03:59:59Z", "/data/documents"), "");
    EXPECT_EQ(ids("2024-04-30T04:00:00Z", "/data/documents"), "rule");
    EXPECT_EQ(ids("2024-08-23T03:59:59Z", "/data/documents"), "rule");
    EXPECT_EQ(ids("2024-08-23T04:00:00Z", "/data/documents"), "rule correction");
}

TEST(RegulationHistory, tells_a_document_with_all_that_is_known_of_it) {
    EXPECT_EQ(told("2030-01-01", "/data/documents"),
              R"([{"id":"rule","kind":"final_rule","title":"The first rule","citation":"89 FR 34864",)"
              R"("document_number":"2024-09022","href":"https://www.federalregister.gov/d/2024-09022",)"
              R"("link_status":"resolved","published":"2024-04-30","effective":"2024-08-28","confidence":"high"},)"
              R"({"id":"correction","kind":"correction","title":"A correction","citation":null,)"
              R"("document_number":"2024-18735","href":null,"link_status":"unresolved","published":"2024-08-23",)"
              R"("effective":null,"confidence":"medium"}])");
}

TEST(RegulationHistory, knows_the_rules_own_document_from_its_announcement_on) {
    for (const std::string key : {"/data/citation", "/data/document_number", "/data/href"}) {
        EXPECT_EQ(told("2024-04-30T03:59:59Z", key), "null") << key;
        EXPECT_EQ(told("2024-04-30T04:00:00Z", key), told("2030-01-01", key)) << key;
        EXPECT_NE(told("2024-04-30T04:00:00Z", key), "null") << key;
    }
    EXPECT_EQ(told("2024-04-30T03:59:59Z", "/data/link_status"), R"("unresolved")");
    EXPECT_EQ(told("2024-04-30T04:00:00Z", "/data/link_status"), R"("resolved")");
}

TEST(RegulationHistory, may_know_of_no_document) {
    const Rendered rendered(testing::small_catalogue(), "2030-01-01");
    const std::string rule = "/v1/regulations/t-visa-final-rule-2024";
    EXPECT_EQ(rendered.json(rule, "/data/documents"), "[]");
    for (const std::string key : {"/data/citation", "/data/document_number", "/data/href"}) {
        EXPECT_EQ(rendered.json(rule, key), "null") << key;
    }
}

}  // namespace
}  // namespace toolkitd::render
