// The content that a server begins with: the present one, else the last one that passed.
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <vector>

#include "app/commands.h"
#include "app/load_site.h"
#include "app/state_dir.h"

namespace toolkitd::app {

struct FirstLoad {
    std::shared_ptr<const site::Snapshot> snapshot;
    std::vector<content::File> files;      // that it was read from, in the content folder
    std::optional<Survey> found;           // what was there when they were read; nothing: they were kept
    std::optional<LoadFailure> failure{};  // why they are those that were kept
    std::optional<base::Instant> kept{};   // and when that was
    std::chrono::nanoseconds duration{0};
};

// `listens_at` is OwnAddress::url. Waits for files that are being written: without end, or for two seconds where
// something was kept. Tells `output` of progress, of what is waited for, and of kept content that cannot be used.
base::Result<FirstLoad, LoadFailure> first_load(const Settings& settings, bool rehearsal, base::Instant now,
                                                const StateDir& state, const std::string& listens_at, Output output);

// Notes how it went, and tells of what it is not.
telemetry::LastLoad note_of(const FirstLoad& first);
void tell_of_first_load(const FirstLoad& first, const StateDir& state, const telemetry::Log& log);

}  // namespace toolkitd::app
