#include <malloc.h>

#include <csignal>
#include <memory>
#include <ostream>
#include <thread>

#include "app/build_facts.h"
#include "app/commands.h"
#include "app/handed_socket.h"
#include "app/load_site.h"
#include "app/progress_line.h"
#include "app/reloader.h"
#include "app/report.h"
#include "app/security_settings.h"
#include "base/clock.h"
#include "base/partial_date.h"
#include "http/service.h"
#include "site/store.h"
#include "telemetry/log.h"

namespace toolkitd::app {
namespace {

base::Instant floor_now(const base::Clock& clock) { return std::chrono::floor<std::chrono::seconds>(clock.now()); }

std::optional<base::Instant> read_start(const std::string& text, const base::Zone& zone) {
    if (const auto day = base::parse_day(text)) return zone.start_of(*day);
    return base::parse_rfc3339(text);
}

// Turns signals into what they ask for, on a thread that only waits for them. Made before any other thread, so that all
// of them leave the signals to it.
class Signals {
public:
    Signals() {
        sigemptyset(&signals_);
        sigaddset(&signals_, SIGHUP);
        sigaddset(&signals_, SIGTERM);
        sigaddset(&signals_, SIGINT);
        pthread_sigmask(SIG_BLOCK, &signals_, nullptr);
    }

    // SIGHUP has the content read anew, the others end the process.
    std::jthread obeyed_by(http::Transport& transport, Reloader& reloader) const {
        return std::jthread([this, &transport, &reloader] {
            for (int signal = SIGHUP; signal == SIGHUP;) {
                sigwait(&signals_, &signal);
                if (signal == SIGHUP) reloader.ask();
            }
            transport.stop();
        });
    }

private:
    sigset_t signals_{};
};

struct Running {
    const Settings& settings;
    const base::Clock& clock;
    bool rehearsal;
};

base::Result<std::shared_ptr<const site::Snapshot>, LoadFailure> load_told(const Settings& settings, bool rehearsal,
                                                                           base::Instant now, Output output) {
    ProgressLine line(output.err, has_terminal());
    return load_site(settings, rehearsal, now, [&](std::string_view what, std::size_t done, std::size_t of) {
        line.tell(what, done, of, std::chrono::steady_clock::now());
    });
}

int run(const Running& running, ContentWatch watch, std::shared_ptr<const site::Snapshot> snapshot, Output output) {
    const telemetry::Log log(*telemetry::level_from(running.settings.log_level));
    const Signals signals;
    // What loading has left behind would stay with the process for good. Threads that come later would each leave an
    // arena full of holes, and those that serve allocate next to nothing.
    malloc_trim(0);
    mallopt(M_ARENA_MAX, 1);
    site::Store store(std::move(snapshot));
    telemetry::Loads loads({store.current()->loaded_at(), true, {}, {}});
    Reloader reloader(std::move(watch), running.settings, running.rehearsal, running.clock, store, loads, log);
    const http::Service service(
        store, loads, running.clock,
        {running.settings.cache, running.settings.public_url, running.rehearsal, build_facts()});
    auto settings = running.settings.transport;
    const auto handed = handed_socket();
    if (!handed) return cannot(handed.error().sentence, output);
    settings.handed_socket = handed->value_or(-1);
    const auto transport = http::make_transport(settings, service, running.clock);
    const auto address = transport->open();
    if (!address) return cannot(address.error().sentence, output);
    const auto obeyed = signals.obeyed_by(*transport, reloader);
    log.info("content " + store.current()->catalogue().revision + " from " + running.settings.content + ", " +
             std::to_string(store.current()->editions().size()) + " editions, " +
             std::to_string(store.current()->representation_count()) + " representations");
    if (running.rehearsal)
        log.warning("this is a rehearsal: the clock began at " + base::rfc3339(floor_now(running.clock)));
    if (security_has_expired(running.settings, floor_now(base::SystemClock())))
        log.warning("the setting security_expires has passed: readers of security.txt pass it over from then on");
    const std::jthread reloads([&](const std::stop_token& stop) { reloader.run(stop); });
    output.out << "listening on " << http::url_of(*address) << std::endl;
    transport->run();
    log.info("stopped");
    return 0;
}

}  // namespace

int serve(const Settings& settings, const Serve& command, Output output) {
    const base::SystemClock real;
    const bool rehearsal = command.rehearse.has_value();
    ContentWatch watch(settings.content);
    auto snapshot = load_told(settings, rehearsal, floor_now(real), output);
    if (!snapshot) return cannot(snapshot.error(), output);
    if (!rehearsal) return run({settings, real, false}, std::move(watch), std::move(*snapshot), output);
    const auto start = read_start(*command.rehearse, (*snapshot)->catalogue().publisher.zone);
    if (!start) {
        return cannot(
            "--rehearse takes an RFC 3339 instant, such as 2024-08-28T03:59:50Z, or a day, such as 2024-08-28", output);
    }
    const base::RehearsalClock clock(*start);
    return run({settings, clock, true}, std::move(watch), std::move(*snapshot), output);
}

}  // namespace toolkitd::app
