// A clock that stands still until a test moves it. Safe to move and to read from any thread.
#pragma once

#include <atomic>
#include <chrono>

#include "base/clock.h"

namespace toolkitd::testing {

class FakeClock final : public base::Clock {
public:
    explicit FakeClock(base::TimePoint start) : ticks_(start.time_since_epoch().count()) {}

    base::TimePoint now() const override { return base::TimePoint{base::TimePoint::duration{ticks_.load()}}; }

    void set(base::TimePoint now) { ticks_.store(now.time_since_epoch().count()); }
    void advance(base::TimePoint::duration step) { ticks_.fetch_add(step.count()); }

private:
    std::atomic<base::TimePoint::rep> ticks_;
};

}  // namespace toolkitd::testing
