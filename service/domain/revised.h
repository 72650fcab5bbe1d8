// When a catalogue was revised last.
//
// A pure function, safe to call from any thread.
#pragma once

#include <optional>

#include "domain/catalogue.h"

namespace toolkitd::domain {

// The latest revision that any file records up to an instant. Nothing when there is none.
std::optional<base::Instant> revised_by(const Catalogue& catalogue, base::Instant instant);

}  // namespace toolkitd::domain
