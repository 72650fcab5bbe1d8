// What is not there: not yet, no longer, or never.
#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <string_view>

#include "http/labels.h"
#include "http/served_site.h"
#include "site/build.h"
#include "support/catalogues.h"
#include "support/regulations.h"

namespace toolkitd::http {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;
using testing::at;
using testing::json;
using testing::ServedSite;
using testing::value;

const base::Instant kAppears = at("2025-03-01T08:00:00Z");
const base::Instant kGoes = at("2025-04-01T07:00:00Z");

// "guide" appears, and goes again.
domain::Catalogue catalogue() {
    auto built = testing::small_catalogue();
    built.resources[0].window = {kAppears, kGoes};
    return built;
}

TEST(Missing, is_what_will_appear_until_the_instant_at_which_it_does) {
    ServedSite site(catalogue(), kAppears);
    const auto status = [&](base::TimePoint now) {
        site.clock.set(now);
        return site.get("/v1/resources/guide").status;
    };
    EXPECT_EQ(status(kAppears - seconds{1}), 404);
    EXPECT_EQ(status(kAppears - milliseconds{1}), 404);
    EXPECT_EQ(status(kAppears), 200);
    EXPECT_EQ(status(kAppears + seconds{1}), 200);
    EXPECT_EQ(status(kGoes - seconds{1}), 200);
    EXPECT_EQ(status(kGoes), 404);
    EXPECT_EQ(status(kGoes + seconds{1}), 404);
}

TEST(Missing, may_be_kept_until_it_may_appear_and_no_longer) {
    ServedSite site(catalogue(), kAppears);
    const auto lifetime = [&](base::TimePoint now) {
        site.clock.set(now);
        return value(site.get("/v1/resources/guide"), "Cache-Control");
    };
    EXPECT_EQ(lifetime(kAppears - seconds{100}), "public, max-age=60, must-revalidate");
    EXPECT_EQ(lifetime(kAppears - seconds{60}), "public, max-age=59, must-revalidate");
    EXPECT_EQ(lifetime(kAppears - seconds{2}), "public, max-age=1, must-revalidate");
    EXPECT_EQ(lifetime(kAppears - milliseconds{1}), "public, max-age=0, must-revalidate");
}

TEST(Missing, tells_by_its_lifetime_nothing_of_what_is_about_to_appear) {
    const ServedSite site(catalogue(), kAppears - seconds{7});
    const auto awaited = site.get("/v1/resources/guide");
    for (const std::string_view never : {"/v1/resources/never", "/never", "/v1/toolkits/never/sections/never", "/v2",
                                         "//v1", "/v1/resources/never/"}) {
        const auto other = site.get(never);
        EXPECT_EQ(other.status, 404) << never;
        EXPECT_EQ(testing::fields_of(other), testing::fields_of(awaited)) << never;
        EXPECT_EQ(other.content(), awaited.content()) << never;
    }
}

TEST(Missing, is_told_for_the_instant_that_is_asked_for) {
    const ServedSite site(catalogue(), kAppears - seconds{1});
    EXPECT_EQ(site.get("/v1/resources/guide?as_of=2025-03-01T07:59:59Z").status, 404);
    EXPECT_EQ(site.get("/v1/resources/guide?as_of=2025-03-01T08:00:00Z").status, 200);
    EXPECT_EQ(site.get("/v1/resources/guide?as_of=2025-03-01").status, 200);  // that day begins there at eight
}

TEST(Missing, is_a_problem_that_its_type_explains) {
    const ServedSite site(catalogue(), kAppears - seconds{1});
    const auto answer = site.get("/v1/resources/guide");
    EXPECT_EQ(value(answer, "Content-Type"), "application/problem+json");
    const auto problem = json(answer);
    EXPECT_EQ(problem["status"], 404);
    const auto type = problem["type"].get<std::string>();
    EXPECT_EQ(type, "/v1/problems/not-found");
    EXPECT_EQ(site.get(type).status, 200);
}

TEST(Missing, takes_part_in_no_list) {
    ServedSite site(catalogue(), kAppears);
    const auto count = [&](base::TimePoint now) {
        site.clock.set(now);
        return json(site.get("/v1/resources"))["data"].size();
    };
    EXPECT_EQ(count(kAppears - seconds{1}), 1U);
    EXPECT_EQ(count(kAppears), 2U);
    EXPECT_EQ(count(kGoes - seconds{1}), 2U);
    EXPECT_EQ(count(kGoes), 1U);
}

TEST(Missing, the_lists_that_it_will_change_are_bounded_too) {
    const ServedSite site(catalogue(), kAppears - seconds{6});
    for (const std::string_view target :
         {"/v1/resources", "/v1/resources?toolkit=lereporting", "/v1/toolkits/lereporting",
          "/v1/toolkits/lereporting/sections", "/v1/toolkits/lereporting/sections/toolkit-contents"}) {
        EXPECT_EQ(value(site.get(target), "Cache-Control"), "public, max-age=5, must-revalidate") << target;
    }
    EXPECT_NE(value(site.get("/v1/toolkits/lereporting/sections/target-audience"), "Cache-Control"),
              "public, max-age=5, must-revalidate");
}

// The site of a catalogue without a primary regulation in its settings.
struct Unset {
    explicit Unset(domain::Catalogue catalogue)
        : clock(at("2025-01-01")),
          store(site::build(std::move(catalogue), {}, {}, at("2025-01-01"), labeller({}))),
          loads({store.current()->loaded_at(), true, {}, {}}),
          service(store, loads, clock, {}) {}

    nlohmann::json get(std::string_view path) const { return json(service.answer({Method::get, path, {}, {}})); }

    testing::FakeClock clock;
    site::Store store;
    telemetry::Loads loads;
    Service service;
};

domain::Catalogue two_rules() {
    auto built = testing::small_catalogue();
    built.regulations.push_back(testing::regulation({testing::published("2024-04-30", "2024-08-28")}, "u-rule"));
    return built;
}

TEST(Missing, PrimaryRegulationOfSeveralNamesTheSettingInItsProblemAndInHealth) {
    const Unset site(two_rules());
    const auto problem = site.get("/v1/regulation-status");
    EXPECT_EQ(problem["status"], 404);
    EXPECT_NE(problem["detail"].get<std::string>().find("`primary_regulation`"), std::string::npos) << problem;
    const auto health = site.get("/healthz");
    EXPECT_EQ(health["status"], "warn");
    EXPECT_EQ(health["checks"]["settings:primary_regulation"][0]["status"], "warn");
}

TEST(Missing, PrimaryRegulationIsTheOnlyOneAndHealthSaysNothingOfIt) {
    const Unset site(testing::small_catalogue());
    EXPECT_EQ(site.get("/v1/regulation-status")["data"]["id"], "t-visa-final-rule-2024");
    EXPECT_EQ(site.get("/healthz")["status"], "pass");
    EXPECT_FALSE(site.get("/healthz")["checks"].contains("settings:primary_regulation"));
}

}  // namespace
}  // namespace toolkitd::http
