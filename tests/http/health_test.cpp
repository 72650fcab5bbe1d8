#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <string_view>

#include "http/served_site.h"
#include "support/catalogues.h"

namespace toolkitd::http {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;
using testing::json;
using testing::kSwitch;
using testing::ServedSite;
using testing::value;

ServiceSettings built_as(std::string version) {
    ServiceSettings settings;
    settings.build = {std::move(version), "abcdef"};
    return settings;
}

nlohmann::json check_of(const nlohmann::json& health) {
    return health["checks"]["regulation:t-visa-final-rule-2024"][0];
}

// Makes the edition at an instant say of its regulation what it never would of itself. The snapshot was not made const,
// so this is allowed, and it is the only way to a fault that the builder cannot make.
void spoil(const site::Snapshot& snapshot, base::Instant instant, domain::StatusKind status) {
    auto& edition = const_cast<site::Edition&>(snapshot.edition(instant));
    for (auto& [regulation, served] : edition.statuses) served = status;
}

TEST(Health, passes_on_both_sides_of_a_switch) {
    ServedSite site(testing::small_catalogue(), kSwitch);
    for (const auto& [step, status] :
         {std::pair{milliseconds{-1'000}, "pending"}, std::pair{milliseconds{-1}, "pending"},
          std::pair{milliseconds{0}, "effective"}, std::pair{milliseconds{1'000}, "effective"}}) {
        site.clock.set(kSwitch + step);
        const auto answer = site.get("/healthz");
        EXPECT_EQ(answer.status, 200);
        const auto health = json(answer);
        EXPECT_EQ(health["status"], "pass");
        EXPECT_EQ(check_of(health)["served"], status) << step.count();
        EXPECT_EQ(check_of(health)["demanded"], status) << step.count();
    }
}

TEST(Health, counts_the_seconds_to_the_next_switch_rounded_down) {
    ServedSite site(testing::small_catalogue(), kSwitch);
    const auto left = [&](base::TimePoint now) {
        site.clock.set(now);
        return check_of(json(site.get("/healthz")))["seconds_to_next_switch"];
    };
    EXPECT_EQ(left(kSwitch - seconds{10}), 10);
    EXPECT_EQ(left(kSwitch - milliseconds{1'500}), 1);
    EXPECT_EQ(left(kSwitch - milliseconds{1}), 0);
    EXPECT_EQ(left(kSwitch), nullptr);
}

TEST(Health, fails_where_what_is_served_is_not_what_the_clock_demands) {
    ServedSite site(testing::small_catalogue(), kSwitch);
    spoil(*site.snapshot, kSwitch, domain::StatusKind::pending);
    const auto answer = site.get("/healthz");
    EXPECT_EQ(answer.status, 503);
    EXPECT_EQ(value(answer, "Content-Type"), "application/health+json");
    const auto health = json(answer);
    EXPECT_EQ(health["status"], "fail");
    EXPECT_EQ(check_of(health)["status"], "fail");
    EXPECT_EQ(check_of(health)["served"], "pending");
    EXPECT_EQ(check_of(health)["demanded"], "effective");
    site.clock.set(kSwitch - seconds{1});
    EXPECT_EQ(site.get("/healthz").status, 200);
}

TEST(Health, fails_where_a_regulation_that_should_be_served_is_not) {
    const ServedSite site(testing::small_catalogue(), kSwitch - std::chrono::years{1});
    EXPECT_EQ(check_of(json(site.get("/healthz")))["demanded"], "unknown");
    const_cast<site::Edition&>(site.snapshot->edition(kSwitch - std::chrono::years{1})).statuses.clear();
    const auto answer = site.get("/healthz");
    EXPECT_EQ(answer.status, 503);
    EXPECT_EQ(check_of(json(answer))["served"], nullptr);
}

TEST(Health, says_what_runs_and_since_when) {
    const ServedSite site(testing::small_catalogue(), kSwitch, built_as("1.2.3"));
    const auto health = json(site.get("/healthz"));
    EXPECT_EQ(health["version"], "1.2.3");
    EXPECT_EQ(health["releaseId"], "abcdef");
    EXPECT_EQ(health["content_revision"], "0123456789abcdef");
    EXPECT_EQ(health["loaded_at"], "2026-11-23T00:00:00Z");
    EXPECT_EQ(health["time"], "2024-08-28T04:00:00Z");
    EXPECT_EQ(health["rehearsal"], false);
}

TEST(Health, of_liveness_and_readiness_passes) {
    const ServedSite site(testing::small_catalogue(), kSwitch);
    for (const std::string_view path : {"/livez", "/readyz"}) {
        const auto answer = site.get(path);
        EXPECT_EQ(answer.status, 200) << path;
        EXPECT_EQ(json(answer)["status"], "pass") << path;
    }
}

TEST(Health, liveness_does_not_hang_on_the_content) {
    ServedSite site(testing::small_catalogue(), kSwitch);
    spoil(*site.snapshot, kSwitch, domain::StatusKind::vacated);
    EXPECT_EQ(site.get("/livez").status, 200);
}

TEST(Version, says_what_was_built_and_what_is_published) {
    const ServedSite site(testing::small_catalogue(), kSwitch, built_as("1.2.3"));
    const auto version = json(site.get("/version"));
    EXPECT_EQ(version["version"], "1.2.3");
    EXPECT_EQ(version["commit"], "abcdef");
    EXPECT_EQ(version["content_revision"], "0123456789abcdef");
}

}  // namespace
}  // namespace toolkitd::http
