// When a catalogue was revised last, and first.
//
// Pure functions, safe to call from any thread.
#pragma once

#include <optional>

#include "domain/catalogue.h"

namespace toolkitd::domain {

// The latest revision that any file records up to an instant. Nothing when there is none.
std::optional<base::Instant> revised_by(const Catalogue& catalogue, base::Instant instant);

// The earliest revision that any file records. Nothing when there is none.
std::optional<base::Instant> first_revised(const Catalogue& catalogue);

}  // namespace toolkitd::domain
