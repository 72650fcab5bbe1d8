// What of a catalogue is not public yet, and when it will be.
//
// An answer by the clock shows what its time has come for. An answer for a later instant (`as_of` ahead of the clock)
// is a forecast: it goes by what is public when it is asked for, so that nobody reads today what is to be published
// tomorrow. Not public before its time: an item with `publish_from`, unless its editor lets it be previewed; an event
// before it is announced; a review or a revision before its day. When a public item ends is no secret.
//
// Pure functions, safe to call from any thread.
#pragma once

#include <vector>

#include "base/instant.h"
#include "domain/catalogue.h"

namespace toolkitd::domain {

// Every instant at which something becomes public; ascending, each once.
std::vector<base::Instant> embargo_instants(const Catalogue& catalogue);

// The catalogue without what is not public at `known`. Ids may then refer to items that are not there.
Catalogue public_at(Catalogue catalogue, base::Instant known);

}  // namespace toolkitd::domain
