// Has the content read anew when it changes, or when it is asked to, and publishes what comes of it, whole.
//
// `run` belongs to one thread; `ask` may be called from any.
#pragma once

#include <functional>
#include <memory>
#include <stop_token>

#include "app/content_watch.h"
#include "app/load_site.h"
#include "app/settings.h"
#include "base/clock.h"
#include "site/store.h"
#include "telemetry/last_load.h"
#include "telemetry/log.h"

namespace toolkitd::app {

class Reloader {
public:
    // The watch was made before the store's content was read. All that it refers to must outlive it.
    Reloader(ContentWatch watch, const Settings& settings, bool rehearsal, const base::Clock& clock, site::Store& store,
             telemetry::Loads& loads, const telemetry::Log& log);
    ~Reloader();
    Reloader(const Reloader&) = delete;
    Reloader& operator=(const Reloader&) = delete;

    // Works out the codings of what the store serves now; then waits for changes until it is told to stop. A load that
    // fails publishes nothing: its faults go to the log and to `loads`.
    void run(const std::stop_token& stop);

    // Reads the content as soon as possible, whether or not it has changed.
    void ask() noexcept;

private:
    base::Result<std::shared_ptr<const site::Snapshot>, LoadFailure> read_whole();
    void load(const std::stop_token& stop);
    void publish(std::shared_ptr<const site::Snapshot> snapshot, const std::stop_token& stop);
    void tell(const LoadFailure& failure);

    ContentWatch watch_;
    const Settings& settings_;
    bool rehearsal_;
    const base::Clock& clock_;
    site::Store& store_;
    telemetry::Loads& loads_;
    const telemetry::Log& log_;
    int wake_;  // an eventfd
};

}  // namespace toolkitd::app
