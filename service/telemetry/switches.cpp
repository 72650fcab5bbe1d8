#include "telemetry/switches.h"

#include <algorithm>

namespace toolkitd::telemetry {

std::vector<Switch> Switches::look(const std::map<std::string, Served>& served, base::TimePoint now) {
    const std::lock_guard lock(mutex_);
    const bool goes_on = looked_ && now >= *looked_;
    std::vector<Switch> seen;
    for (const auto& [regulation, held] : served) {
        const auto before = served_.find(regulation);
        if (!goes_on || !held.since || before == served_.end() || before->second.status == held.status) continue;
        const auto lateness = std::max(now - base::TimePoint{*held.since}, base::TimePoint::duration{0});
        seen.push_back({regulation, before->second.status, held.status, *held.since, lateness});
        last_[regulation] = seen.back();
    }
    served_ = served;
    looked_ = now;
    return seen;
}

std::map<std::string, Switch> Switches::last() const {
    const std::lock_guard lock(mutex_);
    return last_;
}

}  // namespace toolkitd::telemetry
