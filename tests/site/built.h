// Snapshots for tests, and the instants and paths at which to look at them.
#pragma once

#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.h"
#include "domain/catalogue.h"
#include "render/view.h"
#include "site/snapshot.h"

namespace toolkitd::testing {

// The label of a snapshot that is not served.
inline site::Label unlabelled(const site::Representation&, site::Coding) { return {}; }

// A snapshot that was loaded on 2026-11-23, without fixed documents.
std::shared_ptr<const site::Snapshot> built(domain::Catalogue catalogue, const render::Options& options = {});

// The bytes for a path at an instant (as `testing::at` reads it); "none" where there are none.
std::string body_at(const site::Snapshot& snapshot, std::string_view path, std::string_view instant);

// "2024-04-30T04:00:00Z to 2024-08-28T04:00:00Z"; an open end is "none".
std::string text(const render::Validity& validity);

// The earliest and the latest instant that there is, and each of the timeline with its neighbours, ascending.
std::vector<base::Instant> telling_instants(const domain::Catalogue& catalogue);

// Every path that has a page in an edition of the snapshot, by the presenters.
std::set<std::string> every_path(const site::Snapshot& snapshot, const render::Options& options = {});

struct Found {
    std::string path;
    const site::Representation* representation;
};

// All that is found in a snapshot at those paths, each representation once, those of a path ascending.
std::vector<Found> everything_in(const site::Snapshot& snapshot, const render::Options& options = {});

}  // namespace toolkitd::testing
