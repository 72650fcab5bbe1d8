#include <malloc.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <future>
#include <memory>
#include <ostream>
#include <thread>

#include "app/build_facts.h"
#include "app/commands.h"
#include "app/core_dumps.h"
#include "app/first_load.h"
#include "app/handed_socket.h"
#include "app/lifetime.h"
#include "app/load_site.h"
#include "app/metrics_server.h"
#include "app/own_address.h"
#include "app/reloader.h"
#include "app/report.h"
#include "app/security_settings.h"
#include "app/service_manager.h"
#include "app/state_dir.h"
#include "app/switch_watch.h"
#include "base/clock.h"
#include "base/partial_date.h"
#include "http/failure_log.h"
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

// What a server begins with.
struct Start {
    const Invocation& invocation;
    const ReadAgain& read_again;
    const base::Clock& clock;
    bool rehearsal;
    StateDir state;
    http::TransportSettings transport;
    std::optional<int> metrics_socket;
    std::string listens_at;  // OwnAddress::url
};

// Nothing where the metrics are not at an address of their own.
using OwnMetrics = std::unique_ptr<MetricsServer>;

base::Result<OwnMetrics> open_metrics(const Start& start, const http::Metrics& metrics, const telemetry::Log& log,
                                      http::Witness& witness) {
    const Settings& settings = start.invocation.settings;
    if (!settings.metrics || (settings.metrics_address.empty() && !start.metrics_socket)) return OwnMetrics();
    const auto address = read_address(settings.metrics_address).value_or(http::Address());
    auto server = MetricsServer::open(address, start.metrics_socket, metrics, start.clock, &witness);
    if (!server) return tl::unexpected(server.error());
    const auto url = http::url_of((*server)->address()) + "/metrics";
    log.info(Event::start, "metrics at " + url, {{"url", url}});
    return server;
}

bool shares_metrics(const Start& start) {
    const Settings& settings = start.invocation.settings;
    return settings.metrics && settings.metrics_address.empty() && !start.metrics_socket;
}

void tell_of_start(const Start& start, const std::string& host, const telemetry::Log& log) {
    if (start.rehearsal) {
        log.warning(Event::start, "this is a rehearsal: the clock began at " + base::rfc3339(floor_now(start.clock)));
    }
    const Settings& settings = start.invocation.settings;
    if (shares_metrics(start) && settings.metrics_public && !is_loopback(host)) {
        log.warning(Event::start, "/metrics is public; set metrics_address to move it");
    }
    if (settings.public_url.empty() && start.listens_at.empty()) {
        log.warning(
            Event::start,
            "public_url is not set: /oembed and /sitemap.xml answer 404, links are relative, and the samples in "
            "/docs/embedding name no address; set it to the address that readers use");
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

// What a reloader reads, and has kept.
Reading reading(const Start& start, const FirstLoad& first, Keeper& keeper) {
    const auto read = [&keeper](const std::string& folder) {
        auto files = read_files(folder);
        if (files) keeper.have_read(*files);
        return files;
    };
    Reading reading{start.read_again, [&start, read](const Settings& settings, base::Instant now) {
                        return load_site(settings, start.rehearsal, now, read, base::untold,
                                         {.listens_at = start.listens_at});
                    }};
    reading.first = first.found;
    reading.passed = [&keeper](const site::Snapshot& passed) { keeper.keep(passed); };
    reading.looked = [&keeper] { keeper.try_again(); };
    if (!first.failure) keeper.have_read(first.files);
    return reading;
}

int run(const Start& start, ContentWatch watch, FirstLoad first, Output output) {
    const Settings& settings = start.invocation.settings;
    const auto level = *telemetry::level_from(settings.log_level);
    const auto format = *telemetry::format_from(settings.log_format);
    telemetry::Log log(level, format);
    const telemetry::Log requests(log, telemetry::Level::info, telemetry::Patience::none);
    const Signals signals;
    // What loading has left behind would stay with the process for good. Threads that come later would each leave an
    // arena full of holes, and those that serve allocate next to nothing.
    malloc_trim(0);
    mallopt(M_ARENA_MAX, 1);
    // What compressing takes goes back as soon as it is free: malloc_trim passes over the end of an arena that is not
    // the first, and the threshold would have grown with the largest piece that loading took.
    mallopt(M_TRIM_THRESHOLD, kGivenBack);
    mallopt(M_MMAP_THRESHOLD, kGivenBack);
    telemetry::Loads loads(note_of(first));
    loads.change_upkeep([&first](auto& upkeep) { upkeep.kept = first.kept; });
    site::Store store(first.snapshot);
    telemetry::Switches switches;
    SwitchWatch switch_watch(store, start.clock, switches, log);
    http::AccessLog access_log(requests, settings.access_log);
    const telemetry::Log errors(log, std::max(level, telemetry::Level::error), telemetry::Patience::none);
    http::FailureLog failure_log(errors, &access_log);
    http::FailureLog metrics_failure_log(errors);
    http::Traffic traffic(http::loops_of(settings.transport), &failure_log);
    const http::Metrics metrics({store, loads, switches, traffic, start.clock, start.rehearsal, build_facts()});
    http::Service service(store, loads, start.clock, service_settings(settings, start.rehearsal, start.listens_at),
                          shares_metrics(start) ? &metrics : nullptr);
    const ServiceManager manager;
    Keeper keeper(start.state, start.clock, loads, log);
    Reloader reloader(std::move(watch), start.invocation, reading(start, first, keeper),
                      {start.clock, start.rehearsal, store, loads, log, access_log, service, manager, switch_watch,
                       start.listens_at});
    const auto transport = http::make_transport(start.transport, service, start.clock, &traffic);
    const auto address = transport->open();
    if (!address) return cannot(address.error().sentence, output);
    const auto own_metrics = open_metrics(start, metrics, log, metrics_failure_log);
    if (!own_metrics) return cannot("metrics_address: " + own_metrics.error().sentence, output);
    tell_of_first_load(first, start.state, log);
    if (!first.failure) tell_of_load(log, *store.current(), settings.content);
    first = {};
    tell_of_start(start, address->host, log);
    Reloads reloads(reloader);
    const std::jthread looks([&](const std::stop_token& stop) { switch_watch.run(stop); });
    Lifetime lifetime(settings.draining, {signals, manager, *transport, service, reloader, log});
    const std::jthread lives([&] { lifetime.run(); });
    log.info(Event::start, "listening on " + http::url_of(*address), {{"url", http::url_of(*address)}});
    manager.ready(status_line(*store.current(), loads));
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
    if (!invocation.settings.core_dumps) forbid_core_dumps();
    const base::SystemClock real;
    const bool rehearsal = command.rehearse.has_value();
    const StateDir state(rehearsal ? std::filesystem::path() : StateDir::folder_of(invocation.settings.state_dir));
    ContentWatch watch(invocation.settings.content);
    const auto handed = handed_sockets();
    if (!handed) return cannot(handed.error().sentence, output);
    auto transport = invocation.settings.transport;
    transport.handed_socket = handed->readers.value_or(-1);
    const OwnAddress own(transport, handed->readers);
    auto first = first_load(invocation.settings, rehearsal, floor_now(real), state, own.url(), output);
    if (!first) return cannot(first.error(), output);
    const auto zone = first->snapshot->catalogue().publisher.zone;
    const auto from = [&](const base::Clock& clock) {
        const Start start{invocation, read_again, clock, rehearsal, state, transport, handed->metrics, own.url()};
        return run(start, std::move(watch), std::move(*first), output);
    };
    if (!rehearsal) return from(real);
    const auto start = read_start(*command.rehearse, zone);
    if (!start) {
        return cannot(
            "--rehearse takes an RFC 3339 instant, such as 2024-08-28T03:59:50Z, or a day, such as 2024-08-28", output);
    }
    return from(base::RehearsalClock(*start));
}

}  // namespace toolkitd::app
