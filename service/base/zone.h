// Civil time in a named zone of the IANA database, as the operating system has it.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/clock_rule.h"
#include "base/instant.h"
#include "base/result.h"

namespace date {
class time_zone;
}

namespace toolkitd::base {

// A cheap value that refers to a zone of the process-wide zone database, which lives until the process ends.
// Immutable, and safe to use from any thread.
class Zone {
public:
    // Fails with a sentence when the database has no zone of that name, or cannot be read; and for `localtime`, which
    // is another zone on another machine.
    static Result<Zone> find(std::string_view name);

    // The first instant of a civil day; where the day begins with a gap, the first instant after it.
    Instant start_of(std::chrono::year_month_day day) const;

    // The civil day that holds an instant.
    std::chrono::year_month_day day_of(Instant instant) const;

    const std::string& name() const { return name_; }

private:
    Zone(const date::time_zone* zone, std::string name);

    const date::time_zone* zone_;
    std::string name_;
    std::optional<ClockRule> rule_;  // the database lists changes up to 2037; what follows is this rule
    Instant last_change_;            // the last one listed
};

}  // namespace toolkitd::base
