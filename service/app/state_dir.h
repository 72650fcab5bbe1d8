// Keeps the last content that passed in a folder, for a start at which the present one has faults.
//
// Used on one thread at a time.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "content/kept.h"
#include "site/snapshot.h"
#include "telemetry/last_load.h"
#include "telemetry/log.h"

namespace toolkitd::app {

class StateDir {
public:
    // An empty path: nothing is kept.
    explicit StateDir(std::filesystem::path folder) : folder_(std::move(folder)) {}

    // What the setting says, else the first folder of systemd's STATE_DIRECTORY.
    static std::filesystem::path folder_of(const std::string& setting);

    bool is_on() const { return !folder_.empty(); }
    std::filesystem::path file() const { return folder_ / "last-good-content.json"; }

    // Nothing where nothing has been kept. Fails with a sentence where that cannot be read, or is not as it was
    // written.
    base::Result<std::optional<content::Kept>> read() const;

    // Takes the place of what was kept before, in one step. Fails with a sentence, and leaves that as it is.
    std::optional<std::string> write(const content::Kept& kept) const;

private:
    std::filesystem::path folder_;
};

// Has a running server keep what it serves.
class Keeper {
public:
    // All that it refers to must outlive it.
    Keeper(StateDir state, const base::Clock& clock, telemetry::Loads& loads, const telemetry::Log& log)
        : state_(std::move(state)), clock_(clock), loads_(loads), log_(log) {}

    // These files were read last.
    void have_read(std::vector<content::File> files);

    // They passed.
    void keep(const site::Snapshot& passed);

    // Writes what could not be written before.
    void try_again();

private:
    StateDir state_;
    const base::Clock& clock_;
    telemetry::Loads& loads_;
    const telemetry::Log& log_;
    std::vector<content::File> files_;
    std::optional<content::Kept> unkept_;
    std::string kept_;  // the revision that was kept last
    std::string told_;  // what kept it from being written
};

}  // namespace toolkitd::app
