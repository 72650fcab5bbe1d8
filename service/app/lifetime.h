// What signals, time and the service manager ask of a server while it runs, and how it ends.
#pragma once

#include <chrono>
#include <optional>

#include "app/reloader.h"
#include "app/service_manager.h"
#include "http/descriptor.h"
#include "http/service.h"
#include "http/transport.h"
#include "telemetry/log.h"

namespace toolkitd::app {

// From when it is made, the signals wait for whoever reads the descriptor. Made before any other thread, so that none
// of them is interrupted. Once in a process.
class Signals {
public:
    // Throws std::system_error where the process has no descriptor left for it.
    Signals();

    int descriptor() const { return descriptor_.number(); }

    // The next one, or 0.
    int take() const;

private:
    http::Descriptor descriptor_;
};

// For as long as nothing is served, and there are no other threads: SIGTERM and SIGINT end the process at once, with 0,
// also one that is the first of its container, to which the kernel sends no signal that it has not asked for. SIGHUP
// waits for the signals that are taken later.
void end_at_once_until_there_are_signals();

class Lifetime {
public:
    // What ends, and what is told of it. All of it must outlive the lifetime.
    struct Parts {
        const Signals& signals;
        const ServiceManager& manager;
        http::Transport& transport;
        http::Service& service;
        Reloader& reloader;
        const telemetry::Log& log;
    };

    Lifetime(const Draining& draining, const Parts& parts);

    // SIGHUP has settings and content read again. SIGTERM or SIGINT ends the server: it says that it is not ready;
    // after the delay it listens no more; what was asked is answered; then the transport ends, which is stopped when
    // that takes too long, or when there is a second signal. Runs on a thread of its own until `over`.
    void run();

    // The transport has ended. May be called from any thread.
    void over() noexcept;

private:
    using Time = std::chrono::steady_clock::time_point;

    enum class Stage { serving, not_ready, draining, stopped };

    void obey(int signal);
    void begin_to_end();
    void go_on();
    void watch();
    int wait_until_next() const;

    Draining draining_;
    Parts parts_;
    http::Descriptor over_;
    Stage stage_ = Stage::serving;
    std::optional<Time> next_stage_;
    std::optional<std::chrono::milliseconds> watch_step_;
    bool turns_ = true;  // every loop, as far as is known
    Time next_watch_;
};

}  // namespace toolkitd::app
