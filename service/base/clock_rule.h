// The rule by which a zone's clocks change in every year to come, as POSIX writes it: "EST5EDT,M3.2.0,M11.1.0".
//
// Immutable, and safe to read from any thread.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

#include "base/instant.h"

namespace toolkitd::base {

class ClockRule {
public:
    // Reads a rule with two changes a year, each on a weekday of a month (RFC 9636 section 3.3.1 allows hours from -167
    // to 167). Nothing for any other text, a rule without changes among them.
    static std::optional<ClockRule> parse(std::string_view text);

    // What the zone's clocks are ahead of UTC.
    std::chrono::seconds offset_at(Instant instant) const;

    // The first instant of a civil day; where the day begins with a gap, the first instant after it.
    Instant start_of(std::chrono::year_month_day day) const;

private:
    struct Change {
        std::chrono::month month;
        unsigned week = 0;  // 5: the last
        std::chrono::weekday weekday;
        std::chrono::seconds time{};

        Instant in(std::chrono::year year, std::chrono::seconds offset) const;
    };

    class Reader;

    std::chrono::seconds standard_{};
    std::chrono::seconds summer_{};
    Change to_summer_;
    Change to_standard_;
};

}  // namespace toolkitd::base
