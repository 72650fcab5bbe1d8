#include "render/health.h"

#include <gtest/gtest.h>

#include "render/json_text.h"
#include "support/times.h"

namespace toolkitd::render {
namespace {

using domain::StatusKind;
using testing::at;
using testing::json_at;

const StatusCheck kRight{"rule", StatusKind::pending, StatusKind::pending, std::chrono::seconds{59}};
const StatusCheck kWrong{"another-rule", StatusKind::pending, StatusKind::effective, {}};

Health health(std::vector<StatusCheck> checks) {
    return {{"0.1.0", "abc"},
            "0123456789abcdef",
            at("2024-05-01"),
            at("2024-08-28T03:59:01Z"),
            false,
            std::move(checks),
            {at("2024-05-01"), true, {}, {}}};
}

// Nothing is waited for, and the settings are in order.
const std::string kUpkeep =
    R"("content:files":[{"componentId":"content","componentType":"component","status":"pass",)"
    R"("time":"1970-01-01T00:00:00Z"}],"settings:load":[{"componentId":"settings","componentType":"component",)"
    R"("status":"pass","time":"1970-01-01T00:00:00Z"}])";

TEST(Health, passes_when_every_status_served_is_the_one_demanded) {
    EXPECT_EQ(
        health_json(health({kRight})),
        R"({"status":"pass","version":"0.1.0","releaseId":"abc","serviceId":"toolkitd",)"
        R"("description":"Whether the status served of each regulation is the one that the clock demands",)"
        R"("notes":[],"content_revision":"0123456789abcdef","loaded_at":"2024-05-01T04:00:00Z",)"
        R"("looked_at":"1970-01-01T00:00:00Z",)"
        R"("time":"2024-08-28T03:59:01Z","rehearsal":false,"checks":{"content:load":[{"componentId":"content",)"
        R"("componentType":"component","status":"pass","time":"2024-05-01T04:00:00Z"}],)" +
            kUpkeep +
            R"(,"regulation:rule":[)"
            R"({"componentId":"rule","componentType":"component","observedValue":"pending","served":"pending",)"
            R"("demanded":"pending","seconds_to_next_switch":59,"status":"pass","time":"2024-08-28T03:59:01Z"}]}})"
            "\n");
}

TEST(Health, fails_when_one_is_not) {
    const std::string body = health_json(health({kRight, kWrong}));
    EXPECT_FALSE(health({kRight, kWrong}).passes());
    EXPECT_EQ(json_at(body, "/status"), R"("fail")");
    EXPECT_EQ(json_at(body, "/checks/regulation:rule/0/status"), R"("pass")");
    EXPECT_EQ(json_at(body, "/checks/regulation:another-rule/0"),
              R"({"componentId":"another-rule","componentType":"component","observedValue":"pending",)"
              R"("served":"pending","demanded":"effective","seconds_to_next_switch":null,"status":"fail",)"
              R"("time":"2024-08-28T03:59:01Z",)"
              R"("output":"the status served is not the one that the events and the clock demand"})");
}

TEST(Health, fails_when_a_status_is_missing_on_one_side) {
    const StatusCheck unserved{"rule", {}, StatusKind::unknown, {}};
    const StatusCheck undemanded{"rule", StatusKind::unknown, {}, {}};
    EXPECT_FALSE(health({unserved}).passes());
    EXPECT_FALSE(health({undemanded}).passes());
    EXPECT_EQ(json_at(health_json(health({unserved})), "/checks/regulation:rule/0/served"), "null");
    EXPECT_EQ(json_at(health_json(health({unserved})), "/checks/regulation:rule/0/observedValue"), "null");
    EXPECT_EQ(json_at(health_json(health({undemanded})), "/checks/regulation:rule/0/demanded"), "null");
}

TEST(Health, passes_when_there_is_no_regulation) {
    EXPECT_TRUE(health({}).passes());
    EXPECT_EQ(json_at(health_json(health({})), "/checks"),
              R"({"content:load":[{"componentId":"content","componentType":"component","status":"pass",)"
              R"("time":"2024-05-01T04:00:00Z"}],)" +
                  kUpkeep + "}");
}

TEST(Health, warns_of_a_load_that_failed_for_what_is_served_is_still_right) {
    Health failed = health({kRight});
    failed.load = {at("2024-06-01"), false, "the content has faults", {"toolkit.md:2:1: error"}};
    EXPECT_TRUE(failed.passes());
    EXPECT_EQ(json_at(health_json(failed), "/status"), R"("warn")");
    EXPECT_EQ(json_at(health_json(failed), "/checks/content:load/0"),
              R"({"componentId":"content","componentType":"component","status":"warn","time":"2024-06-01T04:00:00Z",)"
              R"("output":"the content has faults","faults":["toolkit.md:2:1: error"]})");
}

TEST(Health, fails_for_a_wrong_status_whether_or_not_the_load_failed) {
    Health failed = health({kWrong});
    failed.load.passes = false;
    EXPECT_EQ(json_at(health_json(failed), "/status"), R"("fail")");
}

TEST(Health, tells_the_first_twenty_faults) {
    Health failed = health({});
    failed.load = {at("2024-06-01"), false, "the content has faults", std::vector<std::string>(21, "a fault")};
    EXPECT_EQ(json_at(health_json(failed), "/checks/content:load/0/faults/19"), R"("a fault")");
    EXPECT_ANY_THROW(json_at(health_json(failed), "/checks/content:load/0/faults/20"));
}

TEST(Health, says_that_the_clock_was_set_by_hand) {
    Health rehearsal = health({kRight});
    rehearsal.rehearsal = true;
    EXPECT_EQ(json_at(health_json(rehearsal), "/rehearsal"), "true");
    EXPECT_EQ(json_at(health_json(rehearsal), "/notes"),
              R"(["This is a rehearsal: the clock was set by hand and is not the real time."])");
}

TEST(Readiness, is_one_word) {
    EXPECT_EQ(passing_json(true), "{\"status\":\"pass\"}\n");
    EXPECT_EQ(passing_json(false), "{\"status\":\"fail\"}\n");
}

TEST(Version, names_the_program_its_commit_and_its_content) {
    EXPECT_EQ(version_json({"0.1.0", "abc"}, "0123456789abcdef"),
              R"({"name":"toolkitd","version":"0.1.0","commit":"abc","content_revision":"0123456789abcdef"})"
              "\n");
}

}  // namespace
}  // namespace toolkitd::render
