// Has the content read anew when it changes, or when it is asked to, and publishes what comes of it, whole.
//
// `run` belongs to one thread; `ask` may be called from any.
#pragma once

#include <atomic>
#include <chrono>
#include <memory>
#include <stop_token>

#include "app/commands.h"
#include "app/content_watch.h"
#include "app/load_site.h"
#include "app/service_manager.h"
#include "app/switch_watch.h"
#include "base/clock.h"
#include "http/access_log.h"
#include "http/service.h"
#include "site/store.h"
#include "telemetry/last_load.h"
#include "telemetry/log.h"

namespace toolkitd::app {

// What changes in a server while it runs.
struct Running {
    const base::Clock& clock;
    bool rehearsal;
    site::Store& store;
    telemetry::Loads& loads;
    telemetry::Log& log;
    http::AccessLog& access_log;
    http::Service& service;
    const ServiceManager& manager;
    const SwitchWatch& switches;
};

// How a server answers, from its settings.
http::ServiceSettings service_settings(const Settings& settings, bool rehearsal);

// Writes the line of the log for a load; `replaced` says what it takes the place of, where it does.
void tell_of_load(const telemetry::Log& log, const site::Snapshot& snapshot, const std::string& folder,
                  const std::string& replaced = {});

// What the service manager is told of what is served, and of a load that failed since.
std::string status_line(const site::Snapshot& snapshot, const telemetry::LastLoad& load);

class Reloader {
public:
    // The watch was made before the store's content was read. All that `running` refers to must outlive the reloader.
    Reloader(ContentWatch watch, const Invocation& invocation, ReadAgain read_again, const Running& running);
    ~Reloader();
    Reloader(const Reloader&) = delete;
    Reloader& operator=(const Reloader&) = delete;

    // Works out the codings of what the store serves now; then waits for changes until it is told to stop. A load that
    // fails publishes nothing: its faults go to the log and to the loads. Files that could not be read, the settings'
    // among them, and folders that could not be watched, are tried again after a while.
    void run(const std::stop_token& stop);

    // Reads the settings and the content as soon as possible, whether or not they have changed.
    void ask() noexcept;

private:
    enum class Tells { always, what_is_new };

    std::chrono::milliseconds until_next_try() const;
    void try_again(const std::stop_token& stop);
    bool watch_anew();
    bool read_settings(Tells tells);
    base::Result<std::shared_ptr<const site::Snapshot>, LoadFailure> read_whole();
    void load(Tells tells, const std::stop_token& stop);
    void publish(std::shared_ptr<const site::Snapshot> snapshot, const std::stop_token& stop);
    void tell(const LoadFailure& failure, std::chrono::nanoseconds duration);

    ContentWatch watch_;
    Settings settings_;
    SettingValues values_;
    ReadAgain read_again_;
    Running running_;
    bool settings_changed_ = false;  // since something was published
    bool watches_all_;               // that there was when a watch was made last
    bool unread_ = false;            // the content, when it was tried last
    bool settings_unread_ = false;   // when they were tried last
    std::chrono::steady_clock::time_point tried_;
    int wake_;  // an eventfd
};

}  // namespace toolkitd::app
