#include <algorithm>
#include <chrono>

#include "domain/random_history.h"

namespace toolkitd::domain {
namespace {

using base::Instant;

constexpr std::chrono::seconds kSecond{1};
constexpr int kHistories = 1000;

// The history as it was known at an instant.
Regulation known_at(Regulation rule, Instant instant) {
    std::erase_if(rule.events, [&](const Event& event) { return event.announced.at > instant; });
    return rule;
}

std::string history(const Regulation& rule) {
    std::string lines;
    for (const Event& event : rule.events) {
        lines += event.id + " " + std::string(word(event.kind)) + " " + text(event.announced.at) + " -> ";
        lines += event.takes_effect ? text(event.takes_effect->at) : "none";
        lines += (event.scope.whole() ? "" : " in part") + (event.lifts ? " lifts " + *event.lifts : "") + "\n";
    }
    return lines;
}

TEST(AnyHistory, has_one_status_between_two_neighbouring_instants) {
    RandomHistory histories(1);
    for (int i = 0; i < kHistories; ++i) {
        const Regulation rule = histories.next();
        const auto instants = status_instants(rule);
        Instant from = base::kEarliest;
        for (const Instant instant : instants) {
            ASSERT_EQ(text(status_at(rule, from)), text(status_at(rule, instant - kSecond))) << history(rule);
            from = instant;
        }
        ASSERT_EQ(text(status_at(rule, from)), text(status_at(rule, base::kLatest))) << history(rule);
    }
}

TEST(AnyHistory, is_judged_by_what_was_announced_and_by_nothing_later) {
    RandomHistory histories(2);
    for (int i = 0; i < kHistories; ++i) {
        const Regulation rule = histories.next();
        for (const Instant instant : status_instants(rule)) {
            ASSERT_EQ(text(status_at(rule, instant)), text(status_at(known_at(rule, instant), instant)))
                << history(rule) << text(instant);
        }
    }
}

TEST(AnyHistory, goes_the_way_it_foretells_when_nothing_more_is_announced) {
    RandomHistory histories(3);
    for (int i = 0; i < kHistories; ++i) {
        const Instant instant = histories.instant();
        const Regulation rule = known_at(histories.next(), instant);
        const Status now = status_at(rule, instant);
        for (const Instant later : status_instants(rule)) {
            if (later <= instant) continue;
            const StatusKind then = status_at(rule, later).kind;
            if (now.next_change && later == now.next_change->at) {
                ASSERT_EQ(then, now.next_change->status) << history(rule) << text(instant);
                ASSERT_NE(then, now.kind) << history(rule) << text(instant);
                break;
            }
            ASSERT_EQ(then, now.kind) << history(rule) << text(instant) << text(later);
        }
    }
}

TEST(AnyHistory, that_is_told_in_time_has_held_its_status_since_then_and_not_before) {
    RandomHistory histories(4);
    for (int i = 0; i < kHistories; ++i) {
        const Regulation rule = histories.next(true);
        for (const Instant instant : status_instants(rule)) {
            const Status now = status_at(rule, instant);
            if (!now.since) continue;
            ASSERT_NE(status_at(rule, *now.since - kSecond).kind, now.kind) << history(rule) << text(instant);
            for (const Instant between : status_instants(rule)) {
                if (between < *now.since || between > instant) continue;
                ASSERT_EQ(status_at(rule, between).kind, now.kind) << history(rule) << text(instant);
            }
        }
    }
}

TEST(AnyHistory, keeps_its_fields_in_agreement) {
    RandomHistory histories(5);
    for (int i = 0; i < kHistories; ++i) {
        const Regulation rule = histories.next();
        for (const Instant instant : status_instants(rule)) {
            const Status now = status_at(rule, instant);
            const bool partial = now.kind == StatusKind::partially_effective;
            const bool has_force = partial || now.kind == StatusKind::effective;
            ASSERT_EQ(now.in_effect.value_or(false), has_force) << history(rule);
            ASSERT_EQ(now.in_effect.has_value(), now.kind != StatusKind::unknown) << history(rule);
            ASSERT_EQ(now.reason_event.has_value(), now.kind != StatusKind::unknown) << history(rule);
            ASSERT_EQ(now.basis.has_value(), now.reason_event.has_value()) << history(rule);
            ASSERT_LE(now.since.value_or(instant), instant) << history(rule);
            ASSERT_TRUE(!now.next_change || now.next_change->at > instant) << history(rule);
            ASSERT_TRUE(!partial || !now.limits.empty()) << history(rule);
            ASSERT_TRUE(now.kind != StatusKind::effective || now.limits.empty()) << history(rule);
            ASSERT_TRUE(!has_force || now.effective->at <= instant) << history(rule);
        }
    }
}

TEST(AnyHistory, is_the_same_with_corrections_strewn_in) {
    RandomHistory histories(6);
    for (int i = 0; i < kHistories; ++i) {
        const Regulation plain = histories.next();
        Regulation corrected = plain;
        for (int fix = 0; fix < 3; ++fix) {
            Event event =
                testing::event("fix", EventKind::corrected, "2024-01-01T00:00:00Z").on("2024-01-01T00:00:00Z");
            event.announced.at = histories.instant();
            event.takes_effect->at = histories.instant();
            const auto place =
                std::upper_bound(corrected.events.begin(), corrected.events.end(), event.announced.at,
                                 [](Instant instant, const Event& other) { return instant < other.announced.at; });
            corrected.events.insert(place, event);
        }
        for (const Instant instant : status_instants(corrected)) {
            ASSERT_EQ(text(status_at(corrected, instant)), text(status_at(plain, instant))) << history(corrected);
        }
    }
}

}  // namespace
}  // namespace toolkitd::domain
