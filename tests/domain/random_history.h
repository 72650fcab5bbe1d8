// Histories that nobody would think of: any order, any kinds, many events on one instant, dates before and after.
#pragma once

#include <random>
#include <string>
#include <vector>

#include "domain/status_table.h"

namespace toolkitd::domain {

class RandomHistory {
public:
    explicit RandomHistory(std::uint32_t seed) : random_(seed) {}

    // Up to eight events within 40 days. With `foretold`, no event takes effect before it is announced.
    Regulation next(bool foretold = false) {
        std::vector<Event> events;
        const int count = any(0, 8);
        for (int i = 0; i < count; ++i) events.push_back(one("e" + std::to_string(i), count, foretold));
        return regulation(std::move(events));
    }

    base::Instant instant() { return moment(any(-5, 70)).at; }

private:
    int any(int least, int most) { return std::uniform_int_distribution<int>(least, most)(random_); }
    bool chance(int percent) { return any(1, 100) <= percent; }

    static Moment moment(int day) {
        const auto civil = std::chrono::sys_days{std::chrono::year{2024} / 1 / 1} + std::chrono::days{day};
        return {civil, civil, day % 3 == 0 ? Basis::stated : Basis::convention};
    }

    Event one(std::string id, int count, bool foretold) {
        Event event;
        event.id = std::move(id);
        event.kind = static_cast<EventKind>(any(0, static_cast<int>(EventKind::lifted)));
        const int announced = any(0, 40);
        event.announced = moment(announced);
        if (chance(60)) event.takes_effect = moment(any(foretold ? announced : 0, 60));
        if (event.kind == EventKind::lifted) event.lifts = "e" + std::to_string(any(0, count));
        const bool divisible = event.kind == EventKind::delayed || event.kind == EventKind::stayed ||
                               event.kind == EventKind::enjoined || event.kind == EventKind::vacated;
        if (divisible && chance(40)) event.scope.places = {chance(50) ? "Utah" : "Ohio"};
        return event;
    }

    std::mt19937 random_;
};

}  // namespace toolkitd::domain
