#include "mirror/reader_harm.h"

#include <gtest/gtest.h>

namespace toolkitd::mirror {
namespace {

using std::chrono::seconds;

const base::Instant kSwitch = *base::parse_rfc3339("2024-08-28T04:00:00Z");

// Allowed: five minutes, a day stale, an hour in CDNs, and nothing past the switch.
std::string said_of(const Fields& fields, std::optional<seconds> before = seconds{1'000'000}) {
    const AllowedLifetime allowed{{seconds{300}, seconds{30}, seconds{86'400}}, seconds{3600}, kSwitch};
    return too_long_lifetime(fields, allowed, before ? std::optional(kSwitch - *before) : std::nullopt);
}

std::string control(const std::string& value, seconds before = seconds{1'000'000}) {
    return said_of({{"Cache-Control", value}}, before);
}

TEST(ReaderHarm, FieldsThatKeepSomethingOfReadersAreTold) {
    for (const char* name : {"Set-Cookie", "set-cookie", "Report-To", "NEL", "Reporting-Endpoints", "Accept-CH",
                             "Refresh", "Content-Security-Policy-Report-Only"}) {
        EXPECT_NE(trace_of_readers({{"ETag", "\"a\""}, {name, "x"}}), "") << name;
    }
    EXPECT_EQ(trace_of_readers({{"ETag", "\"a\""}, {"Vary", "Accept"}, {"vary", "Accept-Encoding"}}), "");
}

TEST(ReaderHarm, ASecondPolicyIsTold) {
    EXPECT_NE(trace_of_readers({{"Referrer-Policy", "no-referrer"}, {"referrer-policy", "unsafe-url"}}), "");
    EXPECT_EQ(trace_of_readers({{"Referrer-Policy", "no-referrer"}, {"Referrer-Policy", "no-referrer"}}), "");
}

TEST(ReaderHarm, LifetimesOfTheSettingsAreFine) {
    EXPECT_EQ(control("public, max-age=300, stale-while-revalidate=30, stale-if-error=86400"), "");
    EXPECT_EQ(control("public, max-age=0, must-revalidate", seconds{0}), "");
    EXPECT_EQ(control("no-store"), "");
    EXPECT_EQ(said_of({{"Cache-Control", "max-age=300"}, {"CDN-Cache-Control", "max-age=3600"}}), "");
}

TEST(ReaderHarm, LongerLifetimesThanTheSettingsAreTold) {
    EXPECT_NE(control("max-age=301"), "");
    EXPECT_NE(control("max-age=300, s-maxage=301"), "");
    EXPECT_NE(control("max-age=300, stale-if-error=86401"), "");
    EXPECT_NE(control("max-age=\"9999\""), "");
    EXPECT_NE(control("MAX-AGE=9999"), "");
    EXPECT_NE(control("max-age=300, immutable"), "");
    EXPECT_NE(said_of({{"Cache-Control", "max-age=300"}, {"Cache-Control", "max-age=900"}}), "");
    EXPECT_NE(said_of({{"Cache-Control", "max-age=300"}, {"CDN-Cache-Control", "max-age=3601"}}), "");
    EXPECT_NE(said_of({{"Cache-Control", "max-age=300"}, {"Surrogate-Control", "max-age=90000"}}), "");
}

TEST(ReaderHarm, CopiesMayBeUsedUpToTheSwitchAndNotASecondLonger) {
    EXPECT_EQ(control("max-age=99", seconds{100}), "");
    EXPECT_EQ(control("max-age=100", seconds{100}), "");
    EXPECT_NE(control("max-age=101", seconds{100}), "");
    EXPECT_EQ(control("max-age=60, stale-if-error=40", seconds{100}), "");
    EXPECT_NE(control("max-age=60, stale-if-error=41", seconds{100}), "");
    EXPECT_NE(said_of({{"Cache-Control", "max-age=60"}, {"CDN-Cache-Control", "max-age=101"}}, seconds{100}), "");
}

TEST(ReaderHarm, ExpiresCountsWhereThereIsNoMaxAge) {
    EXPECT_EQ(said_of({{"Expires", "Wed, 28 Aug 2024 04:00:00 GMT"}}, seconds{100}), "");
    EXPECT_NE(said_of({{"Expires", "Wed, 28 Aug 2024 04:00:01 GMT"}}, seconds{100}), "");
    EXPECT_EQ(said_of({{"Expires", "0"}}, seconds{100}), "");
    EXPECT_EQ(said_of({{"Expires", "Wed, 28 Aug 2030 04:00:00 GMT"}, {"Cache-Control", "max-age=1"}}, seconds{100}),
              "");
}

TEST(ReaderHarm, NoLifetimeAtAllIsOneThatCachesGuess) {
    EXPECT_NE(said_of({{"Last-Modified", "Wed, 28 Aug 2020 04:00:00 GMT"}}), "");
    EXPECT_NE(control("public"), "");
}

}  // namespace
}  // namespace toolkitd::mirror
