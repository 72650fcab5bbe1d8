// Content files to a catalogue, or to the list of all that is wrong with them.
#pragma once

#include <optional>
#include <vector>

#include "base/progress.h"
#include "base/result.h"
#include "content/diagnostic.h"
#include "content/source.h"
#include "domain/catalogue.h"

namespace toolkitd::content {

// Parses, validates and ties together a whole content folder. Either everything is right, or every fault that can be
// found is told; never a part of a catalogue. Pure: the same files give the same catalogue, and the same `revision`,
// on every machine. Needs the zone database for the zones that the files name. Throws nothing but what `progress` does,
// which is called often enough to give a load up.
//
// With `now`, a revision of a later day is a fault as well. Without it, as a server loads, such a revision is planned:
// it is told from its day on.
base::Result<domain::Catalogue, Diagnostics> load(const std::vector<File>& files,
                                                  const base::Progress& progress = base::untold,
                                                  std::optional<base::Instant> now = std::nullopt);

}  // namespace toolkitd::content
