// What the content means at an instant, as an operator counts it.
//
// Pure functions, safe to call from any thread.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/instant.h"
#include "domain/catalogue.h"
#include "telemetry/measures.h"

namespace toolkitd::telemetry {

// For each regulation that is served or should be; what is demanded is worked out from its events and `now` alone.
std::vector<RegulationMeasures> measure_regulations(const domain::Catalogue& catalogue,
                                                    const std::map<std::string, domain::StatusKind>& served,
                                                    base::TimePoint now);

// The resources that are shown, by toolkit and regulation; one that two toolkits list is counted with each.
std::vector<ResourceMeasures> measure_resources(const domain::Catalogue& catalogue, base::Instant now);

}  // namespace toolkitd::telemetry
