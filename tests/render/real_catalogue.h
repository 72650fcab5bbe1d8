// config/content, as the service loads it.
#pragma once

#include "domain/catalogue.h"

namespace toolkitd::testing {

// Read once. Throws std::runtime_error when it cannot be read or has faults.
const domain::Catalogue& real_catalogue();

}  // namespace toolkitd::testing
