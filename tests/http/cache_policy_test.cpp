#include "http/cache_policy.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <random>
#include <string>
#include <vector>

#include "support/times.h"

namespace toolkitd::http {
namespace {

using std::chrono::microseconds;
using std::chrono::milliseconds;
using std::chrono::seconds;
using testing::at;

const base::Instant kSwitch = at("2024-08-28T04:00:00Z");
const Lifetime kWish{seconds{300}, seconds{30}, seconds{86'400}};

std::string until_switch(base::TimePoint now, const Lifetime& wish = kWish) {
    return cache_control(bounded(wish, kSwitch, now));
}

TEST(CachePolicy, is_as_wished_where_nothing_changes) {
    EXPECT_EQ(cache_control(bounded(kWish, std::nullopt, kSwitch)),
              "public, max-age=300, stale-while-revalidate=30, stale-if-error=86400");
}

TEST(CachePolicy, ends_a_second_before_the_switch_and_not_later) {
    struct Step {
        base::TimePoint::duration before;
        std::string says;
    };
    const std::vector<Step> steps{
        {seconds{86'701}, "public, max-age=300, stale-while-revalidate=30, stale-if-error=86400"},
        {seconds{86'700}, "public, max-age=300, stale-while-revalidate=30, stale-if-error=86399"},
        {seconds{331}, "public, max-age=300, stale-while-revalidate=30, stale-if-error=30"},
        {seconds{302}, "public, max-age=300, stale-while-revalidate=1, stale-if-error=1"},
        {seconds{301}, "public, max-age=300, must-revalidate"},
        {seconds{300}, "public, max-age=299, must-revalidate"},
        {seconds{3}, "public, max-age=2, must-revalidate"},
        {seconds{2}, "public, max-age=1, must-revalidate"},
        {seconds{1}, "public, max-age=0, must-revalidate"},
        {seconds{0}, "public, max-age=0, must-revalidate"},
        {seconds{-1}, "public, max-age=0, must-revalidate"},
        {seconds{-86'400}, "public, max-age=0, must-revalidate"},
    };
    for (const auto& [before, says] : steps) EXPECT_EQ(until_switch(kSwitch - before), says) << before.count();
}

TEST(CachePolicy, rounds_what_is_left_down_to_whole_seconds) {
    EXPECT_EQ(until_switch(kSwitch - milliseconds{2'999}), "public, max-age=1, must-revalidate");
    EXPECT_EQ(until_switch(kSwitch - milliseconds{2'000}), "public, max-age=1, must-revalidate");
    EXPECT_EQ(until_switch(kSwitch - microseconds{1'999'999}), "public, max-age=0, must-revalidate");
    EXPECT_EQ(until_switch(kSwitch - microseconds{1}), "public, max-age=0, must-revalidate");
    EXPECT_EQ(until_switch(kSwitch + microseconds{1}), "public, max-age=0, must-revalidate");
}

TEST(CachePolicy, forbids_staleness_exactly_where_none_is_left) {
    const auto says = [](int fresh, int revalidate, int error) {
        return cache_control({seconds{fresh}, seconds{revalidate}, seconds{error}});
    };
    EXPECT_EQ(says(60, 0, 0), "public, max-age=60, must-revalidate");
    EXPECT_EQ(says(60, 1, 0), "public, max-age=60, stale-while-revalidate=1");
    EXPECT_EQ(says(60, 0, 1), "public, max-age=60, stale-if-error=1");
    EXPECT_EQ(says(0, 0, 0), "public, max-age=0, must-revalidate");
}

TEST(CachePolicy, never_outlives_a_switch_whatever_is_wished_for) {
    std::mt19937 random(20'240'828);
    const auto up_to = [&](int most) { return static_cast<int>(random() % static_cast<unsigned>(most + 1)); };
    for (int i = 0; i < 20'000; ++i) {
        const Lifetime wish{seconds{up_to(600)}, seconds{up_to(600)}, seconds{up_to(600)}};
        const auto now = kSwitch - seconds{up_to(1'500) - 100} + microseconds{up_to(999'999)};
        const Lifetime got = bounded(wish, kSwitch, now);
        const auto longest = got.max_age + std::max(got.stale_while_revalidate, got.stale_if_error);
        const auto end = std::max(base::TimePoint{kSwitch - kAllowance}, base::TimePoint{now});
        ASSERT_LE(now + longest, end) << i;
        ASSERT_GE(std::min({got.max_age, got.stale_while_revalidate, got.stale_if_error}), seconds{0}) << i;
        ASSERT_LE(got.max_age, wish.max_age) << i;
        ASSERT_LE(got.stale_while_revalidate, wish.stale_while_revalidate) << i;
        ASSERT_LE(got.stale_if_error, wish.stale_if_error) << i;
        const bool forbids = cache_control(got).find("must-revalidate") != std::string::npos;
        ASSERT_EQ(forbids, longest == got.max_age) << i;
    }
}

TEST(CachePolicy, gives_up_no_second_that_it_could_keep) {
    for (int left = 0; left <= 400; ++left) {
        const Lifetime got = bounded(kWish, kSwitch, kSwitch - seconds{left});
        EXPECT_EQ(got.max_age + got.stale_if_error, std::max(seconds{0}, seconds{left} - kAllowance)) << left;
    }
}

// Some take a copy for fresh in the second in which its time ends, and count from when it reached them.
TEST(CachePolicy, leaves_no_copy_past_the_switch_in_a_cache_that_counts_whole_seconds) {
    for (int tenth = 0; tenth < 400; ++tenth) {
        for (const auto way : {milliseconds{0}, milliseconds{1}, milliseconds{300}, milliseconds{999}}) {
            const base::TimePoint made = kSwitch - milliseconds{tenth * 100};
            const Lifetime got = bounded(kWish, kSwitch, made);
            if (got.max_age == seconds{0}) continue;
            const auto last = std::chrono::floor<seconds>(made + way) + got.max_age + got.stale_if_error;
            EXPECT_LT(last, kSwitch) << tenth << ' ' << way.count();
        }
    }
}

TEST(CachePolicy, holds_at_the_ends_of_time) {
    const Lifetime got = bounded(kWish, base::kLatest, base::kEarliest);
    EXPECT_EQ(got.max_age, kWish.max_age);
    EXPECT_EQ(bounded(kWish, base::kEarliest, base::kLatest).max_age, seconds{0});
}

}  // namespace
}  // namespace toolkitd::http
