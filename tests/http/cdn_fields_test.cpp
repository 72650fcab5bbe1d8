// What an operator's CDN is told: how long to keep an answer, and the names by which it forgets it.
#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <string_view>

#include "http/served_site.h"
#include "support/catalogues.h"

namespace toolkitd::http {
namespace {

using std::chrono::seconds;
using testing::kSwitch;
using testing::ServedSite;
using testing::value;

constexpr std::string_view kFlag = "/v1/regulation-status";
constexpr std::string_view kCdn = "CDN-Cache-Control";
constexpr std::string_view kKeys = "Surrogate-Key";

ServiceSettings with_cdn(seconds max_age = seconds{3600}) {
    ServiceSettings settings;
    settings.public_url = "https://t.example";
    settings.cache.cdn_max_age = max_age;
    return settings;
}

TEST(CdnFields, are_not_there_unless_the_operator_has_a_cdn) {
    const ServedSite site(testing::small_catalogue(), kSwitch);
    for (const std::string_view target : {kFlag, std::string_view("/"), std::string_view("/v1/nothing")}) {
        EXPECT_EQ(value(site.get(target), kCdn), "none") << target;
        EXPECT_EQ(value(site.get(target), kKeys), "none") << target;
    }
}

TEST(CdnFields, end_with_the_second_before_the_switch) {
    ServedSite site(testing::small_catalogue(), kSwitch, with_cdn());
    const auto before = [&](seconds left) {
        site.clock.set(kSwitch - left);
        return value(site.get(kFlag), kCdn);
    };
    EXPECT_EQ(before(seconds{90'001}), "public, max-age=3600, stale-while-revalidate=30, stale-if-error=86400");
    EXPECT_EQ(before(seconds{3611}), "public, max-age=3600, stale-while-revalidate=10, stale-if-error=10");
    EXPECT_EQ(before(seconds{61}), "public, max-age=60, must-revalidate");
    EXPECT_EQ(before(seconds{1}), "public, max-age=0, must-revalidate");
    EXPECT_EQ(before(seconds{0}), "public, max-age=3600, stale-while-revalidate=30, stale-if-error=86400");
    EXPECT_EQ(before(seconds{-1}), "public, max-age=3600, stale-while-revalidate=30, stale-if-error=86400");
}

TEST(CdnFields, leave_other_caches_what_they_are_told) {
    const ServedSite site(testing::small_catalogue(), kSwitch, with_cdn());
    EXPECT_EQ(value(site.get(kFlag), "Cache-Control"),
              "public, max-age=300, stale-while-revalidate=30, stale-if-error=86400");
}

TEST(CdnFields, name_the_service_the_revision_the_kind_the_edition_and_the_subject) {
    const ServedSite site(testing::small_catalogue(), kSwitch, with_cdn());
    const std::string every = "toolkitd revision-" + site.snapshot->catalogue().revision;
    const auto keys = [&](std::string_view target) { return value(site.get(target), kKeys); };
    const std::string now = " edition-2024-08-28T04:00:00Z";
    EXPECT_EQ(keys("/v1/toolkits/lereporting"), every + " kind-data" + now + " toolkit-lereporting");
    EXPECT_EQ(keys("/v1/resources/guide"), every + " kind-data" + now + " resource-guide");
    EXPECT_EQ(keys("/v1/regulations/t-visa-final-rule-2024/status"),
              every + " kind-data" + now + " regulation-t-visa-final-rule-2024");
    EXPECT_EQ(keys("/embed/lereporting?theme=dark"), every + " kind-embed" + now + " toolkit-lereporting");
    EXPECT_EQ(keys("/v1/rights"), every + " kind-data edition-first overview");
    EXPECT_EQ(keys("/openapi.yaml"), every + " kind-data edition-first overview");
}

TEST(CdnFields, are_those_of_the_200_on_a_304_and_in_every_coding) {
    const ServedSite site(testing::small_catalogue(), kSwitch, with_cdn());
    const auto full = site.get(kFlag);
    const auto brief = site.get(kFlag, {{FieldName::if_none_match, "*"}});
    ASSERT_EQ(brief.status, 304);
    EXPECT_EQ(value(brief, kCdn), value(full, kCdn));
    EXPECT_EQ(value(brief, kKeys), value(full, kKeys));
}

TEST(CdnFields, of_redirects_and_of_what_is_missing_end_where_those_do) {
    const ServedSite site(testing::small_catalogue(), kSwitch - seconds{31}, with_cdn());
    for (const auto& [target, key] :
         {std::pair{"/v1/toolkits/", "toolkitd redirect"}, std::pair{"/v1/nothing", "toolkitd missing"},
          std::pair{"/oembed?url=x", "toolkitd missing"}}) {
        const auto answer = site.get(target);
        EXPECT_EQ(value(answer, "Cache-Control"), "public, max-age=30, must-revalidate") << target;
        EXPECT_EQ(value(answer, kCdn), value(answer, "Cache-Control")) << target;
        EXPECT_EQ(value(answer, kKeys), key) << target;
    }
}

TEST(CdnFields, are_on_oembed_and_say_when_it_ends) {
    const ServedSite site(testing::small_catalogue(), kSwitch - seconds{31}, with_cdn());
    const auto answer = site.get("/oembed?url=https://t.example/embed/lereporting");
    ASSERT_EQ(answer.status, 200);
    EXPECT_EQ(value(answer, kCdn).substr(0, 16), "public, max-age=");
    EXPECT_NE(value(answer, kKeys).find("revision-"), std::string::npos);
}

TEST(CdnFields, are_not_on_what_no_cache_keeps) {
    const ServedSite site(testing::small_catalogue(), kSwitch, with_cdn());
    for (const std::string_view target : {"/healthz", "/readyz", "/version", "/v1?as_of=x"}) {
        EXPECT_EQ(value(site.get(target), "Cache-Control"), "no-store") << target;
        EXPECT_EQ(value(site.get(target), kCdn), "none") << target;
        EXPECT_EQ(value(site.get(target), kKeys), "none") << target;
    }
}

}  // namespace
}  // namespace toolkitd::http
