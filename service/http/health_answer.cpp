#include "http/health_answer.h"

#include <chrono>

#include "telemetry/health.h"

namespace toolkitd::http {
namespace {

Response uncached(int status, std::string media_type, std::string content) {
    Response response;
    response.status = status;
    response.set("Content-Type", std::move(media_type));
    response.set("Cache-Control", "no-store");
    response.text = std::move(content);
    return response;
}

render::UpkeepCheck upkeep_check(const telemetry::Upkeep& upkeep) {
    const auto attempt = [](const telemetry::Attempt& of) { return render::AttemptCheck{of.at, of.fault}; };
    render::UpkeepCheck check{upkeep.looked_at, upkeep.waits_for, {}, attempt(upkeep.settings), {}, upkeep.kept};
    if (!upkeep.waits_for.empty()) check.waits_since = upkeep.waits_since;
    if (upkeep.state) check.state = attempt(*upkeep.state);
    return check;
}

}  // namespace

Response health_answer(const site::Snapshot& snapshot, const telemetry::Loads& loads, base::TimePoint now,
                       const render::Build& build, bool rehearsal) {
    const auto instant = std::chrono::floor<std::chrono::seconds>(now);
    const auto& catalogue = snapshot.catalogue();
    const auto load = loads.last();
    const render::Health health{build,
                                catalogue.revision,
                                snapshot.loaded_at(),
                                instant,
                                rehearsal,
                                telemetry::check_statuses(catalogue, snapshot.edition(instant).statuses, now),
                                {load.at, load.succeeded, load.sentence, load.faults},
                                upkeep_check(loads.upkeep()),
                                snapshot.lacks_primary(instant)};
    return uncached(health.passes() ? 200 : 503, "application/health+json", render::health_json(health));
}

Response passing_answer(bool passes) {
    return uncached(passes ? 200 : 503, "application/health+json", render::passing_json(passes));
}

Response version_answer(const render::Build& build, const std::string& content_revision) {
    return uncached(200, "application/json", render::version_json(build, content_revision));
}

}  // namespace toolkitd::http
