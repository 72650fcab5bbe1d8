#include "base/clock.h"

#include <gtest/gtest.h>

#include <chrono>

#include "support/fake_clock.h"
#include "support/times.h"

namespace toolkitd::base {
namespace {

using testing::at;
using namespace std::chrono_literals;

TEST(SystemClock, follows_the_clock_of_the_machine) {
    const auto before = std::chrono::floor<TimePoint::duration>(std::chrono::system_clock::now());
    const TimePoint now = SystemClock().now();
    EXPECT_LE(before, now);
    EXPECT_LE(now, std::chrono::system_clock::now());
}

TEST(RehearsalClock, starts_at_the_chosen_instant) {
    for (const Instant start : {at("2024-08-28T03:59:59Z"), at("1900-01-01T00:00:00Z"), at("2400-01-01T00:00:00Z")}) {
        const TimePoint now = RehearsalClock(start).now();
        EXPECT_GE(now, start);
        EXPECT_LT(now, start + 1min) << "a minute has not passed since the line above";
    }
}

TEST(RehearsalClock, starts_at_both_ends_of_the_accepted_range) {
    EXPECT_GE(RehearsalClock(kEarliest).now(), kEarliest);
    EXPECT_LT(RehearsalClock(kEarliest).now(), kEarliest + 1min);
    EXPECT_GE(RehearsalClock(kLatest).now(), kLatest);
}

TEST(RehearsalClock, runs_on_and_never_backwards) {
    const RehearsalClock clock(at("2024-08-28T03:59:59Z"));
    const TimePoint first = clock.now();
    TimePoint last = first;
    while (last == first) last = clock.now();
    for (int i = 0; i < 10'000; ++i) {
        const TimePoint now = clock.now();
        ASSERT_LE(last, now);
        last = now;
    }
}

TEST(RehearsalClock, a_copy_runs_with_the_one_it_was_copied_from) {
    const RehearsalClock clock(at("2024-08-28T03:59:59Z"));
    const RehearsalClock copy = clock;  // NOLINT(performance-unnecessary-copy-initialization): the copy is the subject
    const TimePoint before = clock.now();
    const TimePoint between = copy.now();
    EXPECT_LE(before, between);
    EXPECT_LE(between, clock.now());
}

TEST(FakeClock, stands_still_until_it_is_moved) {
    testing::FakeClock clock(at("2024-08-28T03:59:59Z"));
    EXPECT_EQ(clock.now(), at("2024-08-28T03:59:59Z"));
    clock.advance(1s);
    EXPECT_EQ(clock.now(), at("2024-08-28T04:00:00Z"));
    clock.set(at("2024-04-30"));
    EXPECT_EQ(clock.now(), at("2024-04-30T04:00:00Z"));
}

}  // namespace
}  // namespace toolkitd::base
