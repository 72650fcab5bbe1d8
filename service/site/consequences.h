// What readers see change at an instant of the timeline without a change of its own: notices and currencies, which
// follow from a regulation's status.
//
// Pure functions, safe to call from any thread.
#pragma once

#include <string>
#include <vector>

#include "base/instant.h"
#include "domain/catalogue.h"

namespace toolkitd::site {

// A sentence each, for the operator: toolkits in the order of their ids, then resources. Only what is shown both before
// and after the instant: what begins or ends is on the timeline itself.
std::vector<std::string> consequences(const domain::Catalogue& catalogue, base::Instant at);

}  // namespace toolkitd::site
