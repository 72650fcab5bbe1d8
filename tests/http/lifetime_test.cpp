// How long caches may keep an answer, around the instants at which it changes.
#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <string_view>

#include "http/served_site.h"
#include "support/catalogues.h"

namespace toolkitd::http {
namespace {

using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::seconds;
using testing::kSwitch;
using testing::ServedSite;
using testing::small_catalogue;
using testing::value;

constexpr std::string_view kFlag = "/v1/regulation-status";
constexpr std::string_view kLongest = "public, max-age=300, stale-while-revalidate=30, stale-if-error=86400";

std::string lifetime(const ServedSite& site, std::string_view target) {
    return value(site.get(target), "Cache-Control");
}

TEST(Lifetime, of_the_flag_ends_with_the_second_before_the_switch) {
    ServedSite site(small_catalogue(), kSwitch);
    const auto before = [&](base::TimePoint::duration left) {
        site.clock.set(kSwitch - left);
        return lifetime(site, kFlag);
    };
    EXPECT_EQ(before(hours{72}), kLongest);
    EXPECT_EQ(before(seconds{331}), "public, max-age=300, stale-while-revalidate=30, stale-if-error=30");
    EXPECT_EQ(before(seconds{61}), "public, max-age=60, must-revalidate");
    EXPECT_EQ(before(milliseconds{2'500}), "public, max-age=1, must-revalidate");
    EXPECT_EQ(before(seconds{2}), "public, max-age=1, must-revalidate");
    EXPECT_EQ(before(seconds{1}), "public, max-age=0, must-revalidate");
    EXPECT_EQ(before(milliseconds{999}), "public, max-age=0, must-revalidate");
    EXPECT_EQ(before(seconds{0}), kLongest);
    EXPECT_EQ(before(seconds{-1}), kLongest);
}

TEST(Lifetime, is_bounded_for_every_answer_that_the_switch_changes) {
    const ServedSite site(small_catalogue(), kSwitch - seconds{6});
    for (const std::string_view target :
         {kFlag, std::string_view("/v1/toolkits"), std::string_view("/v1/toolkits/lereporting"),
          std::string_view("/v1/resources"), std::string_view("/v1/resources?kind=practice_advisory"),
          std::string_view("/v1/resources/guide"), std::string_view("/v1/regulations"),
          std::string_view("/v1/regulations/t-visa-final-rule-2024")}) {
        EXPECT_EQ(lifetime(site, target), "public, max-age=5, must-revalidate") << target;
    }
}

TEST(Lifetime, is_not_bounded_where_nothing_changes) {
    const ServedSite site(small_catalogue(), kSwitch - seconds{5});
    for (const std::string_view target : {"/v1", "/v1/rights", "/v1/problems/not-found", "/openapi.yaml"}) {
        EXPECT_EQ(lifetime(site, target), kLongest) << target;
    }
}

TEST(Lifetime, of_a_304_is_that_of_the_200) {
    const ServedSite site(small_catalogue(), kSwitch - seconds{5});
    const auto full = site.get(kFlag);
    const std::string tag = value(full, "ETag");
    const auto short_one = site.get(kFlag, {{FieldName::if_none_match, tag}});
    ASSERT_EQ(short_one.status, 304);
    EXPECT_EQ(value(short_one, "Cache-Control"), value(full, "Cache-Control"));
}

TEST(Lifetime, is_not_bounded_where_an_instant_is_asked_for) {
    const ServedSite site(small_catalogue(), kSwitch - seconds{5});
    EXPECT_EQ(lifetime(site, "/v1/regulation-status?as_of=2024-08-28T03:59:59Z"), kLongest);
    EXPECT_EQ(lifetime(site, "/v1/regulation-status?as_of=2024-08-28T04:00:00Z"), kLongest);
    EXPECT_EQ(lifetime(site, "/v1/nothing?as_of=2024-08-28T03:59:59Z"), "public, max-age=60, must-revalidate");
    EXPECT_EQ(lifetime(site, "/v1/rights/?as_of=2024-08-28T03:59:59Z"), "public, max-age=3600, must-revalidate");
}

TEST(Lifetime, is_what_the_settings_wish_for) {
    ServiceSettings settings;
    settings.cache = {seconds{10}, seconds{0}, seconds{0}, seconds{7}, seconds{8}, seconds{0}};
    const ServedSite site(small_catalogue(), kSwitch - hours{1}, settings);
    EXPECT_EQ(lifetime(site, kFlag), "public, max-age=10, must-revalidate");
    EXPECT_EQ(lifetime(site, "/v1/toolkits/nothing"), "public, max-age=7, must-revalidate");
    EXPECT_EQ(lifetime(site, "/v1/"), "public, max-age=8, must-revalidate");
    EXPECT_EQ(lifetime(site, "/"), "public, max-age=8, must-revalidate");
}

TEST(Lifetime, is_none_for_what_tells_of_the_service_and_for_errors) {
    const ServedSite site(small_catalogue(), kSwitch);
    for (const std::string_view target :
         {"/livez", "/readyz", "/healthz", "/version", "/v1?as_of=x", "/v1/resources?kind=none"}) {
        EXPECT_EQ(lifetime(site, target), "no-store") << target;
    }
    EXPECT_EQ(value(site.get(kFlag, {{FieldName::if_match, "\"x\""}}), "Cache-Control"), "no-store");
    EXPECT_EQ(value(site.ask(Method::other, kFlag), "Cache-Control"), "no-store");
    EXPECT_EQ(value(site.ask(Method::options, kFlag), "Cache-Control"), "no-store");
}

}  // namespace
}  // namespace toolkitd::http
