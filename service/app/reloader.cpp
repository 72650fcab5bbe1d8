#include "app/reloader.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <exception>
#include <new>
#include <optional>
#include <system_error>
#include <utility>

#include "app/add_codings.h"
#include "app/build_facts.h"

namespace toolkitd::app {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;
using telemetry::Event;

constexpr int kMostAttempts = 5;
constexpr milliseconds kBetweenLooks{100};  // at what was replaced and is still sent
constexpr const char* kNotAll = "not every change of the content will be noticed for now; SIGHUP has it read anew";

// Whether it was written to.
bool take(int eventfd) {
    std::uint64_t count = 0;
    return read(eventfd, &count, sizeof count) == sizeof count;
}

enum class Woken { by_change, by_asking, by_nothing };

// What was asked for is left to be taken by whoever does it.
Woken wait(const ContentWatch& watch, int wake, milliseconds longest) {
    std::array<pollfd, 2> waited{{{wake, POLLIN, 0}, {watch.descriptor(), POLLIN, 0}}};
    if (poll(waited.data(), waited.size(), static_cast<int>(longest.count())) <= 0) return Woken::by_nothing;
    if (waited[0].revents != 0) return Woken::by_asking;
    return watch.take() ? Woken::by_change : Woken::by_nothing;
}

// What kept a piece of work from being done, if something did: memory or a thread, which may be there later.
template <typename Work>
std::optional<std::string> fault_in(const Work& work) {
    try {
        work();
        return std::nullopt;
    } catch (const std::bad_alloc&) {
        return "there is not enough memory for it";
    } catch (const std::exception& error) {
        return std::string("it cannot be done now: ") + error.what();
    }
}

std::string first_line(const std::string& text) { return text.substr(0, text.find('\n')); }

base::Instant second_of(const base::Clock& clock) { return std::chrono::floor<std::chrono::seconds>(clock.now()); }

}  // namespace

http::ServiceSettings service_settings(const Settings& settings, bool rehearsal, const std::string& listens_at) {
    return {settings.cache, settings.public_url, rehearsal, build_facts(), listens_at};
}

Reloader::Reloader(ContentWatch watch, const Invocation& invocation, Reading reading, const Running& running)
    : watch_(std::move(watch)),
      settings_(invocation.settings),
      values_(invocation.values),
      reading_(std::move(reading)),
      running_(running),
      watches_all_(watch_.complete()),
      wake_(eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)) {
    if (wake_ < 0) throw std::system_error(errno, std::generic_category(), "cannot wait for changes");
}

Reloader::~Reloader() { close(wake_); }

void Reloader::ask() noexcept {
    const std::uint64_t one = 1;
    [[maybe_unused]] const auto written = write(wake_, &one, sizeof one);
}

void Reloader::run(const std::stop_token& stop) {
    const std::stop_callback wakes(stop, [this] { ask(); });
    if (!watches_all_) running_.log.warning(Event::fault, kNotAll);
    while (!stop.stop_requested()) {
        try {
            turn(stop);
        } catch (...) {  // there was too little memory even to say so
            unread_ = true;
            tried_ = steady_clock::now();
        }
    }
}

void Reloader::add_codings_to_the_first(const std::stop_token& stop) {
    const bool tried_before = tried_ != steady_clock::time_point{};
    const auto fault = fault_in([&] { add_codings(running_.store, reading_.labels(settings_), replaced_, stop); });
    tried_ = steady_clock::now();
    uncoded_ = fault.has_value();
    if (stop.stop_requested()) return;
    if (!fault) running_.log.info(Event::load, "all of it is compressed, too");
    if (fault && !tried_before) {
        running_.log.error(Event::fault, "not all of it is compressed, which is tried again: " + *fault);
    }
}

void Reloader::turn(const std::stop_token& stop) {
    if (tried_ == steady_clock::time_point{}) return add_codings_to_the_first(stop);
    const auto woken = wait(watch_, wake_, until_next_look());
    if (stop.stop_requested()) return;
    if (replaced_.free_unheld()) give_back_memory(*running_.store.current());
    if (woken == Woken::by_nothing) {
        if (until_next_try() == milliseconds{0}) try_again(stop);
        return;
    }
    if (woken == Woken::by_change) let_it_settle(wake_);
    asked_ = take(wake_) || asked_;
    running_.manager.reloading();  // after it is taken, for it is the answer to that
    load(Tells::always, stop);
    if (!stop.stop_requested()) running_.manager.ready(status_line(*running_.store.current(), running_.loads.last()));
}

// What was noticed and does not concern the content leaves it to settle, too: it takes no longer for that. Nor does it
// where it is asked, but for an eventfd of -1.
void Reloader::let_it_settle(int wake) const {
    const auto end = steady_clock::now() + reading_.longest;
    for (auto left = reading_.longest; left > milliseconds{0};) {
        if (wait(watch_, wake, std::min(left, reading_.quiet)) != Woken::by_change) return;
        left = std::chrono::ceil<milliseconds>(end - steady_clock::now());
    }
}

milliseconds Reloader::until_next_look() const {
    const auto next_try = until_next_try();
    if (replaced_.empty()) return next_try;
    return next_try < milliseconds{0} ? kBetweenLooks : std::min(next_try, kBetweenLooks);
}

milliseconds Reloader::until_next_try() const {
    if (watches_all_ && !unread_ && !settings_unread_ && !uncoded_) return milliseconds{-1};
    return std::max(milliseconds{0}, std::chrono::ceil<milliseconds>(tried_ + reading_.again - steady_clock::now()));
}

void Reloader::try_again(const std::stop_token& stop) {
    tried_ = steady_clock::now();
    if (uncoded_) add_codings_to_the_first(stop);
    const bool missed = !watches_all_ && watch_anew();
    const bool read = settings_unread_ && read_settings(Tells::what_is_new);
    if (!missed && !unread_ && !read) return;
    load(Tells::what_is_new, stop);
    if (!unread_) running_.manager.ready(status_line(*running_.store.current(), running_.loads.last()));
}

// One that is not complete, because the process has no descriptor left for it, would notice less than the old one.
bool Reloader::watch_anew() {
    ContentWatch next(settings_.content);
    const bool watched_all = std::exchange(watches_all_, next.complete());
    if (watches_all_ || !watch_.complete()) watch_ = std::move(next);
    if (watched_all && !watches_all_) running_.log.warning(Event::fault, kNotAll);
    if (!watched_all && watches_all_) running_.log.info(Event::load, "every change of the content is noticed again");
    return watches_all_;
}

// Whether they could be.
bool Reloader::read_settings(Tells tells) {
    auto again = reading_.settings();
    const bool was_unread = std::exchange(settings_unread_, !again && again.error().unread);
    if (!again) {
        const bool known = tells == Tells::what_is_new && was_unread && settings_unread_;
        if (!known)
            running_.log.error(Event::fault, "the settings stay as they were: " + first_line(again.error().text));
        return false;
    }
    const auto late = changed(values_, again->values, true);
    const auto taken = changed(values_, again->values, false);
    running_.access_log.set_on(again->settings.access_log);
    if (!taken.empty()) running_.log.info(Event::load, "settings that have changed: " + taken);
    if (!late.empty()) running_.log.warning(Event::load, "settings that will change when it is started anew: " + late);
    settings_ = again->settings;
    values_ = again->values;
    settings_changed_ = settings_changed_ || !taken.empty();
    running_.log.set_level(*telemetry::level_from(settings_.log_level));  // now that it has told of the change
    return true;
}

// What changes while it is read may be read in part: half of the old and half of the new can be without a fault, and
// is neither.
Loaded Reloader::read_whole(const std::stop_token& stop) {
    for (int attempt = 1; attempt <= kMostAttempts; ++attempt) {
        watch_anew();
        auto snapshot = reading_.content(settings_, second_of(running_.clock));
        if (!watch_.take() || stop.stop_requested()) return snapshot;
        let_it_settle(-1);
    }
    return tl::unexpected(LoadFailure{"its files changed each time that they were read", {}, true});
}

void Reloader::load(Tells tells, const std::stop_token& stop) {
    if (asked_) read_settings(Tells::always);
    asked_ = false;
    const auto began = steady_clock::now();
    auto duration = steady_clock::duration::zero();
    Loaded made;
    const auto fault = fault_in([&] {
        made = read_whole(stop);
        duration = steady_clock::now() - began;
        if (made && is_new(**made)) made = with_all_codings(std::move(*made), reading_.labels(settings_), stop);
    });
    if (fault) made = tl::unexpected(LoadFailure{*fault, {}, true});
    if (stop.stop_requested()) return;
    tried_ = steady_clock::now();
    unread_ = !made && made.error().unread;
    if (!made) {
        const bool known = running_.loads.last().sentence == made.error().sentence;
        if (tells == Tells::always || !known) tell(made.error(), duration);
        return;
    }
    running_.loads.note({second_of(running_.clock), true, {}, {}, duration});
    if (is_new(**made)) return publish(*made, stop);
    const auto& revision = (*made)->catalogue().revision;
    running_.log.info(Event::load, "content " + revision + " is unchanged", {{"content_revision", revision}});
}

bool Reloader::is_new(const site::Snapshot& snapshot) const {
    return settings_changed_ || snapshot.catalogue().revision != running_.store.current()->catalogue().revision;
}

void Reloader::publish(const std::shared_ptr<const site::Snapshot>& complete, const std::stop_token& stop) {
    uncoded_ = false;
    if (std::exchange(settings_changed_, false)) {
        running_.service.change(service_settings(settings_, running_.rehearsal, running_.listens_at));
    }
    auto replaced = running_.store.publish(complete);
    tell_of_load(running_.log, *complete, settings_.content, " in place of " + replaced->catalogue().revision);
    running_.switches.look();
    replaced_.keep(std::move(replaced), stop);
    give_back_memory(*complete);
}

void Reloader::tell(const LoadFailure& failure, std::chrono::nanoseconds duration) {
    telemetry::LastLoad load{second_of(running_.clock), false, failure.sentence, {}, duration};
    const auto& revision = running_.store.current()->catalogue().revision;
    running_.log.error(Event::fault,
                       "the content was not loaded, and " + revision + " goes on being served: " + failure.sentence,
                       {{"content_revision", revision}});
    for (const auto& fault : failure.faults) {
        load.faults.push_back(content::to_line(fault));
        running_.log.error(Event::fault, load.faults.back());
    }
    running_.loads.note(std::move(load));
}

std::string status_line(const site::Snapshot& snapshot, const telemetry::LastLoad& load) {
    const std::string serving = "serving content " + snapshot.catalogue().revision;
    return load.succeeded ? serving : serving + "; what came after it was not loaded: " + first_line(load.sentence);
}

void tell_of_load(const telemetry::Log& log, const site::Snapshot& snapshot, const std::string& folder,
                  const std::string& replaced) {
    const auto& revision = snapshot.catalogue().revision;
    const auto editions = snapshot.editions().size();
    const auto representations = snapshot.representation_count();
    log.info(Event::load,
             "content " + revision + " from " + folder + replaced + ", " + std::to_string(editions) + " editions, " +
                 std::to_string(representations) + " representations",
             {{"content_revision", revision},
              {"editions", static_cast<std::int64_t>(editions)},
              {"representations", static_cast<std::int64_t>(representations)}});
}

}  // namespace toolkitd::app
