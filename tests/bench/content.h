// The project's own content, as it is published: what the parts of the service are measured on.
//
// Safe to call from any thread.
#pragma once

#include <memory>

#include "domain/catalogue.h"
#include "site/snapshot.h"

namespace toolkitd::bench {

// Reads and checks config/content. Throws std::runtime_error where it has a fault.
domain::Catalogue real_catalogue();

// All that can be sent of it, in identity, gzip and brotli.
std::shared_ptr<const site::Snapshot> snapshot_of(domain::Catalogue catalogue);

// The same, worked out once.
const site::Snapshot& real_snapshot();

}  // namespace toolkitd::bench
