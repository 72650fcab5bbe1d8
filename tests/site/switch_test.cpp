// One second before the rule takes effect, at that instant, and one second after it.
#include <gtest/gtest.h>

#include "render/json_text.h"
#include "render/real_catalogue.h"
#include "site/built.h"
#include "support/times.h"

namespace toolkitd::site {
namespace {

using testing::at;

const base::Instant kSwitch = at("2024-08-28T04:00:00Z");
const base::Instant kBefore = at("2024-08-28T03:59:59Z");
const base::Instant kAfter = at("2024-08-28T04:00:01Z");

const Snapshot& real() {
    static const auto kSnapshot = testing::built(testing::real_catalogue(), {{}, "t-visa-final-rule-2024", false});
    return *kSnapshot;
}

TEST(TheSwitch, changes_every_page_that_tells_the_status) {
    for (const std::string path :
         {"/v1/toolkits", "/v1/toolkits/lereporting", "/v1/regulations", "/v1/regulations/t-visa-final-rule-2024",
          "/v1/regulations/t-visa-final-rule-2024/status", "/v1/regulation-status", "/v1/resources",
          "/v1/resources/reporting-video", "/v1/resources?currency=predates_rule&kind=video"}) {
        const auto* before = real().find(path, kBefore);
        const auto* then = real().find(path, kSwitch);
        ASSERT_TRUE(before && then) << path;
        EXPECT_NE(before->body(), then->body()) << path;
        EXPECT_NE(before->tag(), then->tag()) << path;
        EXPECT_EQ(before->validity.until, kSwitch) << path;
        EXPECT_EQ(then->validity.from, kSwitch) << path;
        EXPECT_EQ(real().find(path, kAfter), then) << path;
    }
}

TEST(TheSwitch, leaves_alone_what_has_nothing_to_do_with_it) {
    for (const std::string path :
         {"/v1", "/v1/rights", "/v1/problems", "/v1/problems/not-found", "/v1/toolkits/lereporting/sections",
          "/v1/toolkits/lereporting/sections/target-audience"}) {
        ASSERT_NE(real().find(path, kSwitch), nullptr) << path;
        EXPECT_EQ(real().find(path, kBefore), real().find(path, kSwitch)) << path;
        EXPECT_EQ(real().find(path, kAfter), real().find(path, kSwitch)) << path;
    }
}

TEST(TheSwitch, parts_two_editions) {
    EXPECT_EQ(real().edition(kBefore).validity.until, kSwitch);
    EXPECT_EQ(real().edition(kSwitch).validity.from, kSwitch);
    EXPECT_EQ(&real().edition(kAfter), &real().edition(kSwitch));
    using Kind = domain::StatusKind;
    EXPECT_EQ(real().edition(kBefore).statuses.at("t-visa-final-rule-2024"), Kind::pending);
    EXPECT_EQ(real().edition(kSwitch).statuses.at("t-visa-final-rule-2024"), Kind::effective);
}

TEST(TheSwitch, happens_at_one_instant_in_all_that_is_told_of_it) {
    const auto told = [](base::Instant instant, const std::string& path, const std::string& pointer) {
        return testing::text_at(real().find(path, instant)->body(), pointer);
    };
    for (const auto& [instant, status, notice] : {std::tuple{kBefore, "pending", "important-update"},
                                                  {kSwitch, "effective", "t-visa-rule-in-effect"},
                                                  {kAfter, "effective", "t-visa-rule-in-effect"}}) {
        EXPECT_EQ(told(instant, "/v1/regulation-status", "/data/status"), status);
        EXPECT_EQ(told(instant, "/v1/regulation-status", "/data/notice/id"), notice);
        EXPECT_EQ(told(instant, "/v1/toolkits", "/data/0/regulation/status"), status);
        EXPECT_EQ(told(instant, "/v1/toolkits/lereporting", "/data/regulation/status"), status);
        EXPECT_EQ(told(instant, "/v1/toolkits/lereporting", "/data/notice/id"), notice);
        EXPECT_EQ(told(instant, "/v1/regulations", "/data/0/status"), status);
    }
}

}  // namespace
}  // namespace toolkitd::site
