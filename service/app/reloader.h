// Has the content read anew when it changes, or when it is asked to, and publishes what comes of it, whole.
//
// `run` belongs to one thread; `ask` may be called from any.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <stop_token>
#include <string>

#include "app/background_codings.h"
#include "app/commands.h"
#include "app/content_survey.h"
#include "app/content_watch.h"
#include "app/load_site.h"
#include "app/replaced.h"
#include "app/service_manager.h"
#include "app/stillness.h"
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
    std::string listens_at{};  // OwnAddress::url
};

// Loads what the settings name.
using Load = std::function<Loaded(const Settings& settings, base::Instant now)>;

// What a reloader publishes comes from here; and how long it waits.
struct Reading {
    ReadAgain settings;
    Load content;
    std::function<site::Labeller(const Settings&)> labels = labeller;
    // An editor, or a copy of many files, makes many changes; they are one when they come this close together, and one
    // that never ends is not waited for.
    std::chrono::milliseconds quiet{200};
    std::chrono::milliseconds longest{2000};
    // What may pass without a change that is noticed is tried again after that: a disk that comes back, descriptors
    // that are closed.
    std::chrono::milliseconds again{2000};
    // Changes of which inotify does not tell are found by comparing what is there: a link exchanged above the folder,
    // an edit on another machine. As often as this, or as takes a hundredth of the time, and once in 45 seconds.
    std::chrono::milliseconds between_looks{5000};
    // A file that is being written is told when it was waited for this long, and looked at so often.
    std::chrono::milliseconds until_told{1000};
    std::chrono::milliseconds between_looks_at_unfinished{250};
    // What the first content was read from; nothing where it was not read from the folder, which is then tried again.
    std::optional<Survey> first{};
    // Called when content has passed, and is served; and now and then besides.
    std::function<void(const site::Snapshot&)> passed = [](const site::Snapshot&) {};
    std::function<void()> looked = [] {};
};

// How a server answers, from its settings; `listens_at` is OwnAddress::url.
http::ServiceSettings service_settings(const Settings& settings, bool rehearsal, const std::string& listens_at);

// Writes the line of the log for a load; `replaced` says what it takes the place of, where it does.
void tell_of_load(const telemetry::Log& log, const site::Snapshot& snapshot, const std::string& folder,
                  const std::string& replaced = {});

// What the service manager is told of what is served, and of a load that failed since.
std::string status_line(const site::Snapshot& snapshot, const telemetry::Loads& loads);

class Reloader {
public:
    // The watch was made before the store's content was read. All that `running` refers to must outlive the reloader.
    Reloader(ContentWatch watch, const Invocation& invocation, Reading reading, const Running& running);
    ~Reloader();
    Reloader(const Reloader&) = delete;
    Reloader& operator=(const Reloader&) = delete;

    // Has the codings of what the store serves worked out beside it, and waits for changes until it is told to stop.
    // While a file is open for writing nothing is loaded. What is loaded is served at once, and its codings follow. A
    // load that fails publishes nothing: its faults go to the log and to the loads. Files that could not be read, the
    // settings' among them, and folders that could not be watched, are tried again after a while, and so is what there
    // was no memory or thread for.
    void run(const std::stop_token& stop);

    // Reads the settings and the content as soon as possible, whether or not they have changed: the settings before
    // the content, which is read once more where that had begun.
    void ask() noexcept;

private:
    using Steady = std::chrono::steady_clock::time_point;

    enum class Tells { always, what_is_new };

    // What is waited for, and since when anything is.
    struct Waiting {
        Unfinished unfinished;
        Steady since;
        base::Instant since_instant;
        std::string told;
    };

    void turn(const std::stop_token& stop);
    void begin_codings(BackgroundCodings::Priority priority);
    void take_codings(const std::stop_token& stop);
    void let_it_settle(int wake);
    Steady next_look() const;
    std::chrono::milliseconds until_next_look() const;
    void do_what_is_due(const std::stop_token& stop);
    void try_again(const std::stop_token& stop);
    bool watch_anew();
    Survey look();
    bool has_changed();
    void wait_for(const Unfinished& unfinished);
    void end_waiting();
    bool read_settings(Tells tells);
    void take_settings(const Invocation& again);
    void tell_settings_in_effect();
    Loaded read_whole(const std::stop_token& stop);
    bool is_new(const site::Snapshot& snapshot) const;
    void load(Tells tells, const std::stop_token& stop);
    void tell_unchanged(const std::string& revision) const;
    void publish(const std::shared_ptr<const site::Snapshot>& identity, const std::stop_token& stop);
    void tell(const LoadFailure& failure, std::chrono::nanoseconds duration);

    ContentWatch watch_;
    Settings settings_;
    SettingValues values_;
    SettingValues in_effect_;
    Reading reading_;
    Running running_;
    Replaced replaced_;
    Stillness stillness_;
    std::optional<Survey> read_;  // what the last attempt read, also one that found faults
    std::optional<Waiting> waiting_;
    bool asked_ = false;            // for the settings to be read, and they have not been yet
    bool watches_all_;              // that there was when a watch was made last
    bool unread_ = false;           // the content, when it was tried last
    bool settings_unread_ = false;  // when they were tried last
    bool uncoded_ = false;          // something kept what is served from being compressed
    bool told_uncoded_ = false;
    bool told_coded_ = false;
    Steady tried_;
    Steady looked_;
    std::chrono::nanoseconds looking_{0};  // how long a look takes
    int wake_;                             // an eventfd
    int coded_;                            // another
    int stopped_;                          // another, written to once, at the end
    std::optional<BackgroundCodings> codings_;
};

}  // namespace toolkitd::app
