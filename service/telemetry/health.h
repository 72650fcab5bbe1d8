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

// For each regulation served, its status there against the one that its events and `now` demand; a regulation that
// should be served and is not is told as served `unknown`.
std::vector<render::StatusCheck> check_statuses(const domain::Catalogue& catalogue,
                                                const std::map<std::string, domain::StatusKind>& served,
                                                base::TimePoint now);

}  // namespace toolkitd::telemetry
