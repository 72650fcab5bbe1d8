#include "telemetry/switches.h"

#include <algorithm>

namespace toolkitd::telemetry {
namespace {

constexpr std::size_t kMostRemembered = 100;

}  // namespace

std::vector<Switch> Switches::look(const std::map<std::string, Served>& served, base::TimePoint now) {
    const std::lock_guard lock(mutex_);
    const bool goes_on = looked_ && now >= *looked_;
    if (!goes_on) before_.clear();
    std::vector<Switch> seen;
    for (const auto& [regulation, held] : served) {
        const auto before = served_.find(regulation);
        if (!goes_on || !held.since || before == served_.end() || before->second.status == held.status) continue;
        if (is_back(regulation, held)) {
            if (const auto last = last_.find(regulation); last != last_.end()) last_.erase(last);
            continue;
        }
        const auto lateness = std::max(now - base::TimePoint{*held.since}, base::TimePoint::duration{0});
        seen.push_back({regulation, before->second.status, held.status, *held.since, lateness});
        last_[regulation] = seen.back();
    }
    for (const auto& [regulation, each] : served) {
        const Served held{each.status, each.since, false};
        auto& all = before_[regulation];
        if (std::find(all.begin(), all.end(), held) == all.end()) all.push_back(held);
        if (all.size() > kMostRemembered) all.erase(all.begin());
    }
    served_ = served;
    looked_ = now;
    return seen;
}

bool Switches::is_back(const std::string& regulation, const Served& held) const {
    if (held.is_restored) return true;
    const auto found = before_.find(regulation);
    return found != before_.end() && std::find(found->second.begin(), found->second.end(), held) != found->second.end();
}

std::map<std::string, Switch> Switches::last() const {
    const std::lock_guard lock(mutex_);
    return last_;
}

}  // namespace toolkitd::telemetry
