// The content pipeline: a folder of files to a snapshot that can be served.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "app/settings.h"
#include "base/instant.h"
#include "base/progress.h"
#include "base/result.h"
#include "content/diagnostic.h"
#include "domain/catalogue.h"
#include "site/snapshot.h"

namespace toolkitd::app {

// Why no snapshot was made: a sentence for the operator, and the content's faults where it is those, each with the
// folder's name before the file's.
struct LoadFailure {
    std::string sentence;
    content::Diagnostics faults;
    bool unread = false;  // the files could not be read, which may pass without a change of any
};

// Reads and checks the content folder.
base::Result<domain::Catalogue, LoadFailure> load_catalogue(const std::string& folder,
                                                            const base::Progress& progress = base::untold);

using Loaded = base::Result<std::shared_ptr<const site::Snapshot>, LoadFailure>;

// The same, rendered for every instant. Also fails when the primary regulation is none of the catalogue's. `listens_at`
// is OwnAddress::url of what will serve it.
Loaded load_site(const Settings& settings, bool rehearsal, base::Instant now, const base::Progress& progress,
                 const std::string& listens_at = {});

// What the settings have the representations say in their header fields.
site::Labeller labeller(const Settings& settings);

}  // namespace toolkitd::app
