#include "base/clock.h"

namespace toolkitd::base {

using std::chrono::floor;

TimePoint SystemClock::now() const { return floor<TimePoint::duration>(std::chrono::system_clock::now()); }

RehearsalClock::RehearsalClock(Instant start) : start_(start), started_(std::chrono::steady_clock::now()) {}

TimePoint RehearsalClock::now() const {
    const auto elapsed = std::chrono::steady_clock::now() - started_;
    return TimePoint{start_} + floor<TimePoint::duration>(elapsed);
}

}  // namespace toolkitd::base
