// The ordered instants at which any byte of the site may change, and why; but for feeds, which also tell of revisions
// and change at instants of their own.
//
// Pure functions, safe to call from any thread.
#pragma once

#include <string>
#include <vector>

#include "base/instant.h"
#include "domain/catalogue.h"

namespace toolkitd::site {

struct Change {
    base::Instant at;
    std::vector<std::string> what;  // a sentence each, for the operator
    bool history_alone = true;      // nothing changes but what is told of a regulation's history
};

// Ascending, each instant once. Between two neighbours nothing changes.
std::vector<Change> timeline(const domain::Catalogue& catalogue);

}  // namespace toolkitd::site
