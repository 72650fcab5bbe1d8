// Whether what is served is what the clock demands.
//
// Pure functions, safe to call from any thread.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/instant.h"
#include "domain/catalogue.h"
#include "render/health.h"

namespace toolkitd::telemetry {

// For each regulation that is served or should be, its status there against the one that its events and `now` demand;
// where it is only one of the two, the other has no status, and the check fails.
std::vector<render::StatusCheck> check_statuses(const domain::Catalogue& catalogue,
                                                const std::map<std::string, domain::StatusKind>& served,
                                                base::TimePoint now);

}  // namespace toolkitd::telemetry
