// The regulation-status flag as JSON.
#include <gtest/gtest.h>

#include "render/rendered.h"
#include "render/rich_catalogue.h"
#include "support/catalogues.h"
#include "support/regulations.h"
#include "support/times.h"

namespace toolkitd::render {
namespace {

using domain::EventKind;
using testing::Rendered;

const std::string kFlag = "/v1/regulations/t-visa-final-rule-2024/status";

std::string flag(std::string_view instant, const std::string& pointer) {
    return Rendered(testing::small_catalogue(), instant).json(kFlag, pointer);
}

TEST(StatusFlag, before_the_switch_tells_when_it_will_be) {
    const Rendered before(testing::small_catalogue(), "2024-08-28T03:59:59Z");
    EXPECT_EQ(before.keys(kFlag),
              "id status in_effect since effective_date next_change reason basis basis_note time_zone limits notice "
              "links");
    EXPECT_EQ(before.text(kFlag, "/data/status"), "pending");
    EXPECT_EQ(before.json(kFlag, "/data/in_effect"), "false");
    EXPECT_EQ(before.text(kFlag, "/data/since"), "2024-04-30T04:00:00Z");
    EXPECT_EQ(before.text(kFlag, "/data/effective_date"), "2024-08-28");
    EXPECT_EQ(before.json(kFlag, "/data/next_change"),
              R"({"at":"2024-08-28T04:00:00Z","status":"effective","basis":"convention"})");
    EXPECT_EQ(before.json(kFlag, "/data/reason"),
              R"({"code":"published_with_date",)"
              R"("text":"The rule is published and takes effect on August 28, 2024.","event":"published"})");
}

TEST(StatusFlag, from_the_switch_on_says_so) {
    for (const std::string_view instant : {"2024-08-28T04:00:00Z", "2024-08-28T04:00:01Z"}) {
        EXPECT_EQ(flag(instant, "/data/status"), R"("effective")");
        EXPECT_EQ(flag(instant, "/data/in_effect"), "true");
        EXPECT_EQ(flag(instant, "/data/since"), R"("2024-08-28T04:00:00Z")");
        EXPECT_EQ(flag(instant, "/data/next_change"), "null");
    }
}

TEST(StatusFlag, of_a_rule_that_nobody_knows_of_is_null_where_it_knows_nothing) {
    const Rendered before(testing::small_catalogue(), "2024-04-29");
    for (const std::string key : {"in_effect", "since", "effective_date", "next_change", "basis", "basis_note"}) {
        EXPECT_EQ(before.json(kFlag, "/data/" + key), "null") << key;
    }
    EXPECT_EQ(
        before.json(kFlag, "/data/reason"),
        R"({"code":"no_event_known","text":"No event of this regulation is known at this instant.","event":null})");
}

TEST(StatusFlag, says_which_convention_made_an_instant_of_a_day) {
    EXPECT_EQ(flag("2024-05-01", "/data/basis"), R"("convention")");
    EXPECT_EQ(flag("2024-05-01", "/data/basis_note"),
              R"("The source names a day and no hour; the start of that day in America/New_York is taken.")");
    EXPECT_EQ(flag("2024-05-01", "/data/time_zone"), R"("America/New_York")");
}

TEST(StatusFlag, needs_no_convention_where_the_source_states_the_instant) {
    const Rendered stayed(testing::rich_catalogue(), "2024-11-05T15:00:00Z");
    EXPECT_EQ(stayed.text("/v1/regulations/first-rule/status", "/data/basis"), "stated");
    EXPECT_EQ(stayed.json("/v1/regulations/first-rule/status", "/data/basis_note"), "null");
}

TEST(StatusFlag, lists_the_parts_that_are_without_force) {
    const Rendered enjoined(testing::rich_catalogue(), "2025-02-01");
    const std::string path = "/v1/regulations/first-rule/status";
    EXPECT_EQ(enjoined.text(path, "/data/status"), "partially_effective");
    EXPECT_EQ(enjoined.json(path, "/data/limits"),
              R"([{"event":"enjoined","kind":"enjoined","since":"2025-02-01T05:00:00Z","until":null,)"
              R"("places":["Texas"],"provisions":["214.204"]}])");
    EXPECT_EQ(flag("2025-02-01", "/data/limits"), "[]");
}

TEST(StatusFlag, says_until_when_a_part_is_delayed) {
    auto catalogue = testing::small_catalogue();
    catalogue.regulations[0] = testing::regulation(
        {testing::published("2024-04-30", "2024-08-28"),
         testing::event("delayed", EventKind::delayed, "2024-08-01").on("2025-01-01").of({"214.204"})},
        "t-visa-final-rule-2024");
    EXPECT_EQ(Rendered(catalogue, "2024-09-01").json(kFlag, "/data/limits/0/until"), R"("2025-01-01T05:00:00Z")");
}

TEST(StatusFlag, leads_to_itself_and_its_regulation) {
    EXPECT_EQ(flag("2024-05-01", "/data/links"), R"({"self":"/v1/regulations/t-visa-final-rule-2024/status",)"
                                                 R"("regulation":"/v1/regulations/t-visa-final-rule-2024"})");
    EXPECT_EQ(Rendered(testing::small_catalogue(), "2024-05-01").keys(kFlag, "/links"),
              "self canonical up regulation license describedby service_desc");
}

TEST(StatusFlag, of_the_primary_regulation_is_the_same_flag_at_a_path_of_its_own) {
    const Rendered rendered(testing::small_catalogue(), "2024-05-01", {{}, "t-visa-final-rule-2024", false});
    EXPECT_EQ(rendered.json("/v1/regulation-status"), rendered.json(kFlag));
    EXPECT_EQ(rendered.text("/v1/regulation-status", "/links/self"), "/v1/regulation-status");
    EXPECT_EQ(rendered.text("/v1/regulation-status", "/links/canonical"), kFlag);
}

TEST(PrimaryRegulation, IsTheOnlyOneWhereTheSettingsNameNone) {
    const Rendered rendered(testing::small_catalogue(), "2024-05-01");
    EXPECT_EQ(rendered.json("/v1/regulation-status"), rendered.json(kFlag));
    EXPECT_NE(rendered.json("/v1").find("regulation-status"), std::string::npos);
}

TEST(PrimaryRegulation, IsNoneOfSeveralWhereTheSettingsNameNone) {
    auto catalogue = testing::small_catalogue();
    catalogue.regulations.push_back(testing::regulation({testing::published("2024-04-30", "2024-08-28")}, "u-rule"));
    const Rendered rendered(catalogue, "2024-05-01");
    EXPECT_FALSE(rendered.has("/v1/regulation-status"));
    EXPECT_EQ(rendered.json("/v1").find("regulation-status"), std::string::npos);
    catalogue.regulations[1].window.from = testing::at("2024-05-02");
    EXPECT_TRUE(Rendered(catalogue, "2024-05-01").has("/v1/regulation-status"));
}

}  // namespace
}  // namespace toolkitd::render
