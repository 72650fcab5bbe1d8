#include "app/reloader.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <utility>

#include "app/add_codings.h"

namespace toolkitd::app {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

// An editor, or a copy of many files, makes many changes; they are one when they come this close together, and one
// that never ends is not waited for.
constexpr milliseconds kQuiet{200};
constexpr milliseconds kLongest{2000};
constexpr int kMostAttempts = 5;

void take(int eventfd) {
    std::uint64_t count = 0;
    [[maybe_unused]] const auto taken = read(eventfd, &count, sizeof count);
}

enum class Woken { by_change, by_asking, by_nothing };

Woken wait(const ContentWatch& watch, int wake, milliseconds longest) {
    std::array<pollfd, 2> waited{{{wake, POLLIN, 0}, {watch.descriptor(), POLLIN, 0}}};
    if (poll(waited.data(), waited.size(), static_cast<int>(longest.count())) <= 0) return Woken::by_nothing;
    if (waited[0].revents != 0) {
        take(wake);
        return Woken::by_asking;
    }
    return watch.take() ? Woken::by_change : Woken::by_nothing;
}

// What was noticed and does not concern the content leaves it to settle, too: it takes no longer for that.
void let_it_settle(const ContentWatch& watch, int wake) {
    const auto end = steady_clock::now() + kLongest;
    while (steady_clock::now() < end && wait(watch, wake, kQuiet) == Woken::by_change) {
    }
}

base::Instant second_of(const base::Clock& clock) { return std::chrono::floor<std::chrono::seconds>(clock.now()); }

}  // namespace

Reloader::Reloader(ContentWatch watch, const Settings& settings, bool rehearsal, const base::Clock& clock,
                   site::Store& store, telemetry::Loads& loads, const telemetry::Log& log)
    : watch_(std::move(watch)),
      settings_(settings),
      rehearsal_(rehearsal),
      clock_(clock),
      store_(store),
      loads_(loads),
      log_(log),
      wake_(eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)) {}

Reloader::~Reloader() { close(wake_); }

void Reloader::ask() noexcept {
    const std::uint64_t one = 1;
    [[maybe_unused]] const auto written = write(wake_, &one, sizeof one);
}

void Reloader::run(const std::stop_token& stop) {
    const std::stop_callback wakes(stop, [this] { ask(); });
    if (!watch_.complete()) log_.warning("not every change of the content will be noticed; SIGHUP has it read anew");
    add_codings(store_, labeller(settings_), stop);
    while (!stop.stop_requested()) {
        const auto woken = wait(watch_, wake_, milliseconds{-1});
        if (stop.stop_requested()) return;
        if (woken == Woken::by_nothing) continue;
        if (woken == Woken::by_change) let_it_settle(watch_, wake_);
        load(stop);
    }
}

// What changes while it is read may be read in part: half of the old and half of the new can be without a fault, and
// is neither.
base::Result<std::shared_ptr<const site::Snapshot>, LoadFailure> Reloader::read_whole() {
    for (int attempt = 1;; ++attempt) {
        watch_ = ContentWatch(settings_.content);
        auto snapshot = load_site(settings_, rehearsal_, second_of(clock_), base::untold);
        if (attempt == kMostAttempts || !watch_.take()) return snapshot;
        let_it_settle(watch_, wake_);
    }
}

void Reloader::load(const std::stop_token& stop) {
    auto snapshot = read_whole();
    if (!snapshot) return tell(snapshot.error());
    loads_.note({second_of(clock_), true, {}, {}});
    const auto& revision = (*snapshot)->catalogue().revision;
    if (revision == store_.current()->catalogue().revision) return log_.info("content " + revision + " is unchanged");
    publish(std::move(*snapshot), stop);
}

void Reloader::publish(std::shared_ptr<const site::Snapshot> snapshot, const std::stop_token& stop) {
    auto complete = with_all_codings(std::move(snapshot), labeller(settings_), stop);
    if (!complete) return;
    log_.info("content " + complete->catalogue().revision + " replaces " + store_.current()->catalogue().revision +
              ", " + std::to_string(complete->editions().size()) + " editions, " +
              std::to_string(complete->representation_count()) + " representations");
    retire(store_.publish(std::move(complete)), stop);
}

void Reloader::tell(const LoadFailure& failure) {
    telemetry::LastLoad load{second_of(clock_), false, failure.sentence, {}};
    log_.error("the content was not loaded, and " + store_.current()->catalogue().revision +
               " goes on being served: " + failure.sentence);
    for (const auto& fault : failure.faults) {
        load.faults.push_back(content::to_line(fault));
        log_.error(load.faults.back());
    }
    loads_.note(std::move(load));
}

}  // namespace toolkitd::app
