// How late each regulation's last switch was: from the instant at which the content has it to the first look at which
// it was served.
//
// Safe to use from any thread.
#pragma once

#include <chrono>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "base/instant.h"
#include "domain/words.h"

namespace toolkitd::telemetry {

// A status that is served, and since when the content has it.
struct Served {
    domain::StatusKind status = domain::StatusKind::unknown;
    std::optional<base::Instant> since;  // nothing: from the beginning
    bool is_restored = false;            // an event that said otherwise is no longer in the content

    bool operator==(const Served&) const = default;
};

struct Switch {
    std::string regulation;
    domain::StatusKind from = domain::StatusKind::unknown;
    domain::StatusKind to = domain::StatusKind::unknown;
    base::Instant at;
    std::chrono::microseconds lateness{0};
};

class Switches {
public:
    // What is served now, by regulation; gives those back whose status is another than at the last look. The first look
    // finds none, nor does one at a time before the last: then the clock was set back, and nothing can be late. Nor is
    // that a switch where a status comes back that was served before from the same instant on, or that is restored: a
    // mistake was taken back, and the switch to it is forgotten.
    std::vector<Switch> look(const std::map<std::string, Served>& served, base::TimePoint now);

    // The last switch of each regulation that had one.
    std::map<std::string, Switch> last() const;

private:
    bool is_back(const std::string& regulation, const Served& held) const;

    mutable std::mutex mutex_;
    std::map<std::string, Served> served_;
    std::map<std::string, std::vector<Served>> before_;  // of each regulation, since the clock was set back last
    std::optional<base::TimePoint> looked_;
    std::map<std::string, Switch> last_;
};

}  // namespace toolkitd::telemetry
