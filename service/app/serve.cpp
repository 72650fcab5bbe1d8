#include <malloc.h>

#include <chrono>
#include <cstdlib>
#include <future>
#include <memory>
#include <ostream>
#include <thread>

#include "app/build_facts.h"
#include "app/commands.h"
#include "app/handed_socket.h"
#include "app/lifetime.h"
#include "app/load_site.h"
#include "app/metrics_server.h"
#include "app/progress_line.h"
#include "app/reloader.h"
#include "app/report.h"
#include "app/security_settings.h"
#include "app/service_manager.h"
#include "app/switch_watch.h"
#include "base/clock.h"
#include "base/partial_date.h"
#include "http/service.h"
#include "site/store.h"
#include "telemetry/log.h"

namespace toolkitd::app {
namespace {

using telemetry::Event;

constexpr int kGivenBack = 256 * 1024;  // bytes
constexpr std::chrono::milliseconds kMoment{100};

base::Instant floor_now(const base::Clock& clock) { return std::chrono::floor<std::chrono::seconds>(clock.now()); }

std::optional<base::Instant> read_start(const std::string& text, const base::Zone& zone) {
    if (const auto day = base::parse_day(text)) return zone.start_of(*day);
    return base::parse_rfc3339(text);
}

Loaded load_told(const Settings& settings, bool rehearsal, base::Instant now, Output output) {
    ProgressLine line(output.err, has_terminal());
    return load_site(settings, rehearsal, now, [&](std::string_view what, std::size_t done, std::size_t of) {
        line.tell(what, done, of, std::chrono::steady_clock::now());
    });
}

// What a server begins with.
struct Start {
    const Invocation& invocation;
    const ReadAgain& read_again;
    const base::Clock& clock;
    bool rehearsal;
    std::chrono::nanoseconds loading;  // what it took to load the content
};

// Nothing where the metrics are not at an address of their own.
using OwnMetrics = std::unique_ptr<MetricsServer>;

base::Result<OwnMetrics> open_metrics(const Settings& settings, std::optional<int> handed, const http::Metrics& metrics,
                                      const base::Clock& clock, const telemetry::Log& log) {
    if (!settings.metrics || (settings.metrics_address.empty() && !handed)) return OwnMetrics();
    const auto address = read_address(settings.metrics_address).value_or(http::Address());
    auto server = MetricsServer::open(address, handed, metrics, clock);
    if (!server) return tl::unexpected(server.error());
    const auto url = http::url_of((*server)->address()) + "/metrics";
    log.info(Event::start, "metrics at " + url, {{"url", url}});
    return server;
}

bool shares_metrics(const Settings& settings, std::optional<int> handed) {
    return settings.metrics && settings.metrics_address.empty() && !handed;
}

void tell_of_start(const Start& start, const std::string& host, bool with_metrics, const telemetry::Log& log) {
    if (start.rehearsal) {
        log.warning(Event::start, "this is a rehearsal: the clock began at " + base::rfc3339(floor_now(start.clock)));
    }
    const Settings& settings = start.invocation.settings;
    if (with_metrics && !is_loopback(host)) {
        log.warning(
            Event::start,
            "whoever reaches the service reads at /metrics how much it is used; metrics_address has it elsewhere");
    }
    if (security_has_expired(settings, floor_now(base::SystemClock()))) {
        log.warning(Event::start,
                    "the setting security_expires has passed: readers of security.txt pass it over from then on");
    }
}

void tell_of_end(const telemetry::Log& log, std::size_t unanswered) {
    if (unanswered > 0) {
        log.warning(Event::stop, std::to_string(unanswered) + " clients were cut off before their answers were out",
                    {{"unanswered", static_cast<std::int64_t>(unanswered)}});
    }
    log.info(Event::stop, "stopped");
}

// The thread on which a reloader runs.
class Reloads {
public:
    explicit Reloads(Reloader& reloader)
        : thread_([this, &reloader](const std::stop_token& stop) {
              reloader.run(stop);
              ended_.set_value();
          }) {}

    // Whether it has ended a moment after it was told to.
    bool end() {
        thread_.request_stop();
        return ended_.get_future().wait_for(kMoment) == std::future_status::ready;
    }

private:
    std::promise<void> ended_;
    std::jthread thread_;
};

int run(const Start& start, ContentWatch watch, std::shared_ptr<const site::Snapshot> snapshot, Output output) {
    const Settings& settings = start.invocation.settings;
    const auto level = *telemetry::level_from(settings.log_level);
    const auto format = *telemetry::format_from(settings.log_format);
    telemetry::Log log(level, format);
    const telemetry::Log requests(log, telemetry::Level::info, telemetry::Patience::none);
    const auto sockets = handed_sockets();
    if (!sockets) return cannot(sockets.error().sentence, output);
    const bool with_metrics = shares_metrics(settings, sockets->metrics);
    const Signals signals;
    // What loading has left behind would stay with the process for good. Threads that come later would each leave an
    // arena full of holes, and those that serve allocate next to nothing.
    malloc_trim(0);
    mallopt(M_ARENA_MAX, 1);
    // What compressing takes goes back as soon as it is free: malloc_trim passes over the end of an arena that is not
    // the first, and the threshold would have grown with the largest piece that loading took.
    mallopt(M_TRIM_THRESHOLD, kGivenBack);
    mallopt(M_MMAP_THRESHOLD, kGivenBack);
    site::Store store(std::move(snapshot));
    telemetry::Loads loads({store.current()->loaded_at(), true, {}, {}, start.loading});
    telemetry::Switches switches;
    SwitchWatch switch_watch(store, start.clock, switches, log);
    http::AccessLog access_log(requests, settings.access_log);
    http::Traffic traffic(http::loops_of(settings.transport), &access_log);
    const http::Metrics metrics({store, loads, switches, traffic, start.clock, start.rehearsal, build_facts()});
    http::Service service(store, loads, start.clock, service_settings(settings, start.rehearsal),
                          with_metrics ? &metrics : nullptr);
    const ServiceManager manager;
    const Load load = [&start](const Settings& now_set, base::Instant now) {
        return load_site(now_set, start.rehearsal, now, base::untold);
    };
    Reloader reloader(std::move(watch), start.invocation, {start.read_again, load},
                      {start.clock, start.rehearsal, store, loads, log, access_log, service, manager, switch_watch});
    auto transport_settings = settings.transport;
    transport_settings.handed_socket = sockets->readers.value_or(-1);
    const auto transport = http::make_transport(transport_settings, service, start.clock, &traffic);
    const auto address = transport->open();
    if (!address) return cannot(address.error().sentence, output);
    const auto own_metrics = open_metrics(settings, sockets->metrics, metrics, start.clock, log);
    if (!own_metrics) return cannot("metrics_address: " + own_metrics.error().sentence, output);
    tell_of_load(log, *store.current(), settings.content);
    tell_of_start(start, address->host, with_metrics, log);
    Reloads reloads(reloader);
    const std::jthread looks([&](const std::stop_token& stop) { switch_watch.run(stop); });
    Lifetime lifetime(settings.draining, {signals, manager, *transport, service, reloader, log});
    const std::jthread lives([&] { lifetime.run(); });
    log.info(Event::start, "listening on " + http::url_of(*address), {{"url", http::url_of(*address)}});
    manager.ready(status_line(*store.current(), loads.last()));
    const auto unanswered = transport->run();
    lifetime.over();
    tell_of_end(log, unanswered);
    // A load may be long, and a disk may never answer; it would be for nobody. ThreadSanitizer takes what _exit leaves
    // behind for a leak.
    if (!reloads.end()) std::quick_exit(0);
    return 0;
}

}  // namespace

int serve(const Invocation& invocation, const Serve& command, const ReadAgain& read_again, Output output) {
    end_at_once_until_there_are_signals();
    const base::SystemClock real;
    const bool rehearsal = command.rehearse.has_value();
    const auto began = std::chrono::steady_clock::now();
    ContentWatch watch(invocation.settings.content);
    auto snapshot = load_told(invocation.settings, rehearsal, floor_now(real), output);
    if (!snapshot) return cannot(snapshot.error(), output);
    const auto loading = std::chrono::steady_clock::now() - began;
    const auto from = [&](const base::Clock& clock) {
        return run({invocation, read_again, clock, rehearsal, loading}, std::move(watch), std::move(*snapshot), output);
    };
    if (!rehearsal) return from(real);
    const auto start = read_start(*command.rehearse, (*snapshot)->catalogue().publisher.zone);
    if (!start) {
        return cannot(
            "--rehearse takes an RFC 3339 instant, such as 2024-08-28T03:59:50Z, or a day, such as 2024-08-28", output);
    }
    return from(base::RehearsalClock(*start));
}

}  // namespace toolkitd::app
