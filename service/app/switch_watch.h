// Looks at what is served when a switch is due, and notes how late it was.
//
// `run` belongs to one thread; `look` may be called from any.
#pragma once

#include <condition_variable>
#include <mutex>
#include <stop_token>
#include <string>
#include <vector>

#include "base/clock.h"
#include "site/store.h"
#include "telemetry/log.h"
#include "telemetry/switches.h"

namespace toolkitd::app {

// What a snapshot serves at an instant, and since when.
std::map<std::string, telemetry::Served> served_at(const site::Snapshot& snapshot, base::Instant now);

class SwitchWatch {
public:
    // All that it refers to must outlive it.
    SwitchWatch(const site::Store& store, const base::Clock& clock, telemetry::Switches& switches,
                const telemetry::Log& log)
        : store_(store), clock_(clock), switches_(switches), log_(log) {}

    // Looks at the instant of each switch, and once a second, for clocks are set and content is loaded; until it is
    // told to stop.
    void run(const std::stop_token& stop);

    void look() const;

private:
    std::chrono::microseconds until_next_look() const;
    void mark_restored(const site::Snapshot& snapshot, base::Instant now,
                       std::map<std::string, telemetry::Served>& served) const;

    const site::Store& store_;
    const base::Clock& clock_;
    telemetry::Switches& switches_;
    const telemetry::Log& log_;
    mutable std::mutex looking_;
    mutable std::string revision_;                         // of the content at the last look
    mutable std::vector<domain::Regulation> regulations_;  // its regulations
    std::mutex mutex_;
    std::condition_variable_any stopped_;
};

}  // namespace toolkitd::app
