// The one place where the time is asked for.
#pragma once

#include <chrono>

#include "base/instant.h"

namespace toolkitd::base {

// What "now" is. Implementations are safe to call from any thread.
class Clock {
public:
    virtual ~Clock() = default;
    virtual TimePoint now() const = 0;
};

// The machine's own clock; follows it when it is stepped.
class SystemClock final : public Clock {
public:
    TimePoint now() const override;
};

// Starts at a chosen instant and runs on from there at the pace of a steady clock.
class RehearsalClock final : public Clock {
public:
    explicit RehearsalClock(Instant start);
    TimePoint now() const override;

private:
    Instant start_;
    std::chrono::steady_clock::time_point started_;
};

}  // namespace toolkitd::base
