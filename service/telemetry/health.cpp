#include "telemetry/health.h"

#include <chrono>

#include "domain/status.h"

namespace toolkitd::telemetry {
namespace {

using std::chrono::floor;
using std::chrono::seconds;

render::StatusCheck check(const domain::Regulation& regulation, std::optional<domain::StatusKind> served,
                          base::TimePoint now) {
    render::StatusCheck result{regulation.id, served, {}, {}};
    if (!regulation.window.holds(floor<seconds>(now))) return result;
    const auto status = domain::status_at(regulation, floor<seconds>(now));
    result.demanded = status.kind;
    if (status.next_change) result.to_next_switch = floor<seconds>(status.next_change->at - now);
    return result;
}

}  // namespace

std::vector<render::StatusCheck> check_statuses(const domain::Catalogue& catalogue,
                                                const std::map<std::string, domain::StatusKind>& served,
                                                base::TimePoint now) {
    std::vector<render::StatusCheck> checks;
    for (const auto& regulation : catalogue.regulations) {
        const auto found = served.find(regulation.id);
        const auto result = check(regulation, found == served.end() ? std::nullopt : std::optional(found->second), now);
        if (result.served || result.demanded) checks.push_back(result);
    }
    return checks;
}

}  // namespace toolkitd::telemetry
