// The content pipeline: a folder of files to a snapshot that can be served.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/settings.h"
#include "app/stillness.h"
#include "base/instant.h"
#include "base/progress.h"
#include "base/result.h"
#include "content/diagnostic.h"
#include "content/source.h"
#include "domain/catalogue.h"
#include "site/snapshot.h"

namespace toolkitd::app {

// Why no snapshot was made: a sentence for the operator, and the content's faults where it is those, each with the
// folder's name before the file's.
struct LoadFailure {
    std::string sentence;
    content::Diagnostics faults;
    bool unread = false;                     // the files could not be read, which may pass without a change of any
    std::optional<Unfinished> unfinished{};  // what was waited for, where nothing was read for that
};

// The files of a content folder, or why they cannot be read.
using ReadFiles = std::function<base::Result<std::vector<content::File>, LoadFailure>(const std::string& folder)>;

// As they are at the moment.
base::Result<std::vector<content::File>, LoadFailure> read_files(const std::string& folder);

// How long to wait for files that are being written, and who is told of it after a second.
struct Patience {
    std::chrono::milliseconds longest{15'000};
    std::function<void(const Unfinished&)> tell = [](const Unfinished&) {};
};

// Once nobody writes any of them. What changes while they are read is read again.
ReadFiles when_still(Patience patience = {});

// Reads and checks the content folder. With `now`, revisions of later days are faults.
base::Result<domain::Catalogue, LoadFailure> load_catalogue(const std::string& folder, const ReadFiles& read,
                                                            const base::Progress& progress = base::untold,
                                                            std::optional<base::Instant> now = std::nullopt);

using Loaded = base::Result<std::shared_ptr<const site::Snapshot>, LoadFailure>;

// For how long a load may go on, and by which clock.
struct LoadBudget {
    std::chrono::seconds longest{300};
    std::function<std::chrono::steady_clock::time_point()> now = std::chrono::steady_clock::now;
};

struct LoadOptions {
    bool shows_planned =
        false;  // for the operator's own eyes: `as_of` ahead of the clock shows what is not public yet, too
    std::string listens_at{};  // OwnAddress::url of what will serve it
    LoadBudget budget{};
};

// The same, rendered for every instant. Also fails when the primary regulation is none of the catalogue's, and when it
// takes too long.
Loaded load_site(const Settings& settings, bool rehearsal, base::Instant now, const ReadFiles& read,
                 const base::Progress& progress = base::untold, const LoadOptions& how = {});

// What the settings have the representations say in their header fields.
site::Labeller labeller(const Settings& settings);

}  // namespace toolkitd::app
