#include <gtest/gtest.h>

#include <array>
#include <chrono>
#include <random>
#include <vector>

#include "base/instant.h"

namespace toolkitd::base {
namespace {

// The edges of the range and of the epoch, the days around every kind of leap year, and many instants in between.
std::vector<Instant> instants() {
    std::vector<Instant> found{kEarliest, kLatest, Instant{}, Instant{} - std::chrono::seconds{1}};
    for (const int year : {4, 100, 400, 1600, 1900, 1999, 2000, 2023, 2024, 2038, 2100, 9996}) {
        const Instant march = std::chrono::sys_days{std::chrono::year{year} / 3 / 1};
        found.insert(found.end(), {march - std::chrono::seconds{1}, march, march - std::chrono::hours{24}});
    }
    std::mt19937_64 random(20240828);  // NOLINT(cert-msc51-cpp): the same instants in every run
    std::uniform_int_distribution<std::int64_t> any(kEarliest.time_since_epoch().count(),
                                                    kLatest.time_since_epoch().count());
    for (int i = 0; i < 20'000; ++i) found.emplace_back(std::chrono::seconds{any(random)});
    return found;
}

TEST(InstantRoundTrip, rfc_3339_gives_back_what_was_printed) {
    for (const Instant instant : instants()) EXPECT_EQ(parse_rfc3339(rfc3339(instant)), instant) << rfc3339(instant);
}

TEST(InstantRoundTrip, an_http_date_gives_back_what_was_printed_whatever_the_time_is_now) {
    for (const Instant instant : instants()) {
        EXPECT_EQ(parse_http_date(http_date(instant), Instant{}), instant) << rfc3339(instant);
        EXPECT_EQ(parse_http_date(http_date(instant), kLatest), instant) << rfc3339(instant);
    }
}

TEST(InstantRoundTrip, the_printed_order_is_the_order_in_time) {
    const auto all = instants();
    for (std::size_t i = 1; i < all.size(); ++i) {
        EXPECT_EQ(all[i - 1] < all[i], rfc3339(all[i - 1]) < rfc3339(all[i])) << rfc3339(all[i]);
    }
}

TEST(TimePoint, compares_with_every_instant_that_is_accepted) {
    const TimePoint now =
        std::chrono::floor<TimePoint::duration>(std::chrono::sys_days{std::chrono::year{2024} / 8 / 28});
    EXPECT_LT(kEarliest, now);
    EXPECT_LT(now, kLatest);
    EXPECT_EQ(std::chrono::floor<std::chrono::seconds>(TimePoint{kLatest}), kLatest);
    EXPECT_EQ(std::chrono::floor<std::chrono::seconds>(TimePoint{kEarliest}), kEarliest);
}

}  // namespace
}  // namespace toolkitd::base
