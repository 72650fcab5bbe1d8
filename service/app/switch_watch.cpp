#include "app/switch_watch.h"

#include <algorithm>
#include <chrono>

#include "domain/status.h"

namespace toolkitd::app {
namespace {

using std::chrono::floor;
using std::chrono::microseconds;
using std::chrono::seconds;

constexpr microseconds kLongest{1'000'000};
constexpr microseconds kShortest{100};

// The beginning of the editions in a row, up to this one, that have the same status.
std::optional<base::Instant> since(const std::vector<site::Edition>& editions, const site::Edition& current,
                                   const std::string& regulation) {
    const auto status = current.statuses.at(regulation);
    const auto* first = &current;
    while (first != editions.data()) {
        const auto before = (first - 1)->statuses.find(regulation);
        if (before == (first - 1)->statuses.end() || before->second != status) break;
        --first;
    }
    return first->validity.from;
}

void tell(const telemetry::Log& log, const telemetry::Switch& seen) {
    const std::string from(domain::word(seen.from));
    const std::string to(domain::word(seen.to));
    const double milliseconds = std::chrono::duration<double, std::milli>(seen.lateness).count();
    log.info(telemetry::Event::switched,
             seen.regulation + " is " + to + ", and no longer " + from + ", as of " + base::rfc3339(seen.at) +
                 "; seen " + std::to_string(milliseconds) + " ms after",
             {{"regulation", seen.regulation},
              {"from", from},
              {"to", to},
              {"at", base::rfc3339(seen.at)},
              {"lateness_ms", milliseconds}});
}

}  // namespace

std::map<std::string, telemetry::Served> served_at(const site::Snapshot& snapshot, base::Instant now) {
    const auto& current = snapshot.edition(now);
    std::map<std::string, telemetry::Served> served;
    for (const auto& [regulation, status] : current.statuses) {
        served[regulation] = {status, since(snapshot.editions(), current, regulation)};
    }
    return served;
}

void SwitchWatch::run(const std::stop_token& stop) {
    std::unique_lock lock(mutex_);
    while (!stop.stop_requested()) {
        look();
        stopped_.wait_for(lock, stop, until_next_look(), [] { return false; });
    }
}

void SwitchWatch::look() const {
    const std::lock_guard lock(looking_);
    const auto snapshot = store_.current();
    const auto now = clock_.now();
    auto served = served_at(*snapshot, floor<seconds>(now));
    mark_restored(*snapshot, floor<seconds>(now), served);
    for (const auto& seen : switches_.look(served, now)) tell(log_, seen);
}

// A status is restored where the content that was served before says the same without the events that have gone since.
void SwitchWatch::mark_restored(const site::Snapshot& snapshot, base::Instant now,
                                std::map<std::string, telemetry::Served>& served) const {
    const auto& catalogue = snapshot.catalogue();
    if (catalogue.revision == revision_) return;
    for (auto& before : regulations_) {
        const auto* after = domain::find_regulation(catalogue, before.id);
        const auto held = served.find(before.id);
        if (!after || held == served.end()) continue;
        const auto has_gone = [after](const domain::Event& event) {
            return std::none_of(after->events.begin(), after->events.end(),
                                [&event](const domain::Event& each) { return each.id == event.id; });
        };
        if (std::erase_if(before.events, has_gone) == 0) continue;
        held->second.is_restored = domain::status_at(before, now).kind == held->second.status;
    }
    revision_ = catalogue.revision;
    regulations_ = catalogue.regulations;
}

microseconds SwitchWatch::until_next_look() const {
    const auto now = clock_.now();
    const auto until = store_.current()->edition(floor<seconds>(now)).validity.until;
    if (!until || base::TimePoint{*until} - now > kLongest) return kLongest;
    return std::max<microseconds>(base::TimePoint{*until} - now, kShortest);
}

}  // namespace toolkitd::app
