#include "telemetry/health.h"

#include <chrono>

#include "domain/status.h"

namespace toolkitd::telemetry {
namespace {

using std::chrono::floor;
using std::chrono::seconds;

render::StatusCheck check(const domain::Regulation& regulation, domain::StatusKind served, base::TimePoint now) {
    const auto demanded = domain::status_at(regulation, floor<seconds>(now));
    render::StatusCheck result{regulation.id, served, demanded.kind, {}};
    if (demanded.next_change) result.to_next_switch = floor<seconds>(demanded.next_change->at - now);
    return result;
}

}  // namespace

std::vector<render::StatusCheck> check_statuses(const domain::Catalogue& catalogue,
                                                const std::map<std::string, domain::StatusKind>& served,
                                                base::TimePoint now) {
    std::vector<render::StatusCheck> checks;
    for (const auto& regulation : catalogue.regulations) {
        const auto found = served.find(regulation.id);
        const bool shown = regulation.window.holds(floor<seconds>(now));
        if (!shown && found == served.end()) continue;
        checks.push_back(check(regulation, found == served.end() ? domain::StatusKind::unknown : found->second, now));
    }
    return checks;
}

}  // namespace toolkitd::telemetry
