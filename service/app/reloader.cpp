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
#include "app/reloading.h"
#include "base/clock.h"

namespace toolkitd::app {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;
using telemetry::Event;

constexpr int kMostAttempts = 5;
constexpr int kLooksInAHundred = 100;       // of the time, one is for looks
constexpr milliseconds kSeldom{45'000};     // so that a change is noticed within a minute
constexpr milliseconds kBetweenLooks{100};  // at what was replaced and is still sent
constexpr const char* kNotAll = "not every change of the content will be noticed for now; SIGHUP has it read anew";

// Whether it was written to.
bool take(int eventfd) {
    std::uint64_t count = 0;
    return read(eventfd, &count, sizeof count) == sizeof count;
}

void notify(int eventfd) noexcept {
    const std::uint64_t one = 1;
    [[maybe_unused]] const auto written = write(eventfd, &one, sizeof one);
}

enum class Woken { by_change, by_asking, by_codings, by_nothing };

// What was asked for is left to be taken by whoever does it.
Woken wait(ContentWatch& watch, int wake, int coded, milliseconds longest) {
    std::array<pollfd, 3> waited{{{wake, POLLIN, 0}, {coded, POLLIN, 0}, {watch.descriptor(), POLLIN, 0}}};
    if (poll(waited.data(), waited.size(), static_cast<int>(longest.count())) <= 0) return Woken::by_nothing;
    if (waited[0].revents != 0) return Woken::by_asking;
    if (waited[1].revents != 0) return Woken::by_codings;
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

}  // namespace

http::ServiceSettings service_settings(const Settings& settings, bool rehearsal, const std::string& listens_at) {
    return {settings.cache, settings.public_url, rehearsal, build_facts(), listens_at, settings.metrics_public};
}

Reloader::Reloader(ContentWatch watch, const Invocation& invocation, Reading reading, const Running& running)
    : watch_(std::move(watch)),
      settings_(invocation.settings),
      values_(invocation.values),
      in_effect_(invocation.values),
      reading_(std::move(reading)),
      running_(running),
      read_(reading_.first),
      watches_all_(watch_.complete()),
      unread_(!read_),
      tried_(steady_clock::now()),
      looked_(tried_),
      wake_(eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)),
      coded_(eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)),
      stopped_(eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)) {
    if (wake_ < 0 || coded_ < 0 || stopped_ < 0)
        throw std::system_error(errno, std::generic_category(), "cannot wait for changes");
}

Reloader::~Reloader() {
    close(wake_);
    close(coded_);
    close(stopped_);
}

void Reloader::ask() noexcept { notify(wake_); }

void Reloader::run(const std::stop_token& stop) {
    const std::stop_callback wakes(stop, [this] {
        notify(stopped_);
        ask();
    });
    if (!watches_all_) running_.log.warning(Event::fault, kNotAll);
    begin_codings(BackgroundCodings::Priority::normal);
    if (read_) reading_.passed(*running_.store.current());
    while (!stop.stop_requested()) {
        try {
            turn(stop);
        } catch (...) {  // there was too little memory even to say so
            unread_ = true;
            tried_ = steady_clock::now();
        }
    }
    codings_.reset();
}

void Reloader::begin_codings(BackgroundCodings::Priority priority) {
    const auto fault = fault_in([&] {
        if (!codings_) codings_.emplace(coded_);
        codings_->begin(*running_.store.current(), reading_.labels(settings_), priority);
    });
    uncoded_ = fault.has_value();
    if (uncoded_) tried_ = steady_clock::now();
}

void Reloader::take_codings(const std::stop_token& stop) {
    take(coded_);
    while (auto outcome = codings_ ? codings_->take() : std::nullopt) {
        if (outcome->made) {
            const auto served = outcome->made;
            replaced_.keep(running_.store.publish(std::move(outcome->made)), stop);
            if (outcome->complete) give_back_memory(*served);
            if (outcome->complete && !std::exchange(told_coded_, true)) {
                running_.log.info(Event::load, "all of it is compressed, too");
            }
            continue;
        }
        uncoded_ = true;
        tried_ = steady_clock::now();
        if (!std::exchange(told_uncoded_, true)) {
            running_.log.error(Event::fault, "not all of it is compressed, which is tried again: " + outcome->fault);
        }
    }
}

void Reloader::turn(const std::stop_token& stop) {
    const auto woken = wait(watch_, wake_, coded_, until_next_look());
    if (stop.stop_requested()) return;
    if (replaced_.free_unheld()) give_back_memory(*running_.store.current());
    if (woken == Woken::by_codings) return take_codings(stop);
    if (woken == Woken::by_nothing) return do_what_is_due(stop);
    if (woken == Woken::by_change) let_it_settle(wake_);
    asked_ = take(wake_) || asked_;
    running_.manager.reloading();  // after it is taken, for it is the answer to that
    load(Tells::always, stop);
    if (!stop.stop_requested()) running_.manager.ready(status_line(*running_.store.current(), running_.loads));
}

// What was noticed and does not concern the content leaves it to settle, too: it takes no longer for that. Nor does it
// where it is asked, but for an eventfd of -1.
void Reloader::let_it_settle(int wake) {
    const auto end = steady_clock::now() + reading_.longest;
    for (auto left = reading_.longest; left > milliseconds{0};) {
        if (wait(watch_, wake, stopped_, std::min(left, reading_.quiet)) != Woken::by_change) return;
        left = std::chrono::ceil<milliseconds>(end - steady_clock::now());
    }
}

Reloader::Steady Reloader::next_look() const {
    if (waiting_) return looked_ + reading_.between_looks_at_unfinished;
    const auto seldom = std::min<steady_clock::duration>(kLooksInAHundred * looking_, kSeldom);
    return looked_ + std::max<steady_clock::duration>(reading_.between_looks, seldom);
}

milliseconds Reloader::until_next_look() const {
    auto next = next_look();
    if (!watches_all_ || unread_ || settings_unread_ || uncoded_) next = std::min(next, tried_ + reading_.again);
    auto left = std::max(milliseconds{0}, std::chrono::ceil<milliseconds>(next - steady_clock::now()));
    return replaced_.empty() ? left : std::min(left, kBetweenLooks);
}

void Reloader::do_what_is_due(const std::stop_token& stop) {
    const bool tries = !watches_all_ || unread_ || settings_unread_ || uncoded_;
    if (tries && steady_clock::now() >= tried_ + reading_.again) try_again(stop);
    if (stop.stop_requested() || steady_clock::now() < next_look()) return;
    reading_.looked();
    if (!has_changed()) return;
    load(unread_ ? Tells::what_is_new : Tells::always, stop);
    if (!stop.stop_requested()) running_.manager.ready(status_line(*running_.store.current(), running_.loads));
}

void Reloader::try_again(const std::stop_token& stop) {
    tried_ = steady_clock::now();
    if (uncoded_) begin_codings(BackgroundCodings::Priority::low);
    const bool missed = !watches_all_ && watch_anew();
    const bool read = settings_unread_ && read_settings(Tells::what_is_new);
    if (!missed && !unread_ && !read) return;
    load(Tells::what_is_new, stop);
    if (!unread_) running_.manager.ready(status_line(*running_.store.current(), running_.loads));
}

// One that is not complete, because the process has no descriptor left for it, would notice less than the old one.
bool Reloader::watch_anew() {
    ContentWatch next(settings_.content);
    const bool watched_all = std::exchange(watches_all_, next.complete());
    if (watches_all_ || !watch_.complete()) {
        next.take_over(watch_);
        watch_ = std::move(next);
    }
    if (watched_all && !watches_all_) running_.log.warning(Event::fault, kNotAll);
    if (!watched_all && watches_all_) running_.log.info(Event::load, "every change of the content is noticed again");
    return watches_all_;
}

// What changes while it is read may be read in part: half of the old and half of the new can be without a fault, and
// is neither.
Loaded Reloader::read_whole(const std::stop_token& stop) {
    const auto unfinished_in = [this](const Survey& found) {
        return stillness_.unfinished(found, &watch_, steady_clock::now(), base::SystemClock().now());
    };
    for (int attempt = 1; attempt <= kMostAttempts; ++attempt) {
        watch_anew();
        const auto before = look();
        if (auto unfinished = unfinished_in(before)) return tl::unexpected(LoadFailure{{}, {}, false, unfinished});
        auto snapshot = reading_.content(settings_, second_of(running_.clock));
        auto after = look();
        const bool told = watch_.take();
        if (stop.stop_requested()) return snapshot;
        if (auto unfinished = unfinished_in(after)) return tl::unexpected(LoadFailure{{}, {}, false, unfinished});
        if (!told && after.found_the_same_as(before)) {
            stillness_.have_read(after);
            watch_.forget_ended();
            read_ = std::move(after);
            return snapshot;
        }
        let_it_settle(-1);
    }
    return tl::unexpected(LoadFailure{"its files changed each time that they were read", {}, true});
}

void Reloader::load(Tells tells, const std::stop_token& stop) {
    if (asked_) read_settings(Tells::always);
    asked_ = false;
    const auto began = steady_clock::now();
    Loaded made;
    const auto fault = fault_in([&] { made = read_whole(stop); });
    const auto duration = steady_clock::now() - began;
    if (fault) made = tl::unexpected(LoadFailure{*fault, {}, true});
    if (stop.stop_requested()) return;
    tried_ = steady_clock::now();
    if (!made && made.error().unfinished) return wait_for(*made.error().unfinished);
    end_waiting();
    unread_ = !made && made.error().unread;
    if (!made) {
        const bool known = running_.loads.last().sentence == made.error().sentence;
        if (tells == Tells::always || !known) tell(made.error(), duration);
        return;
    }
    running_.loads.note({second_of(running_.clock), true, {}, {}, duration});
    running_.loads.change_upkeep([](auto& upkeep) { upkeep.kept.reset(); });
    if (is_new(**made)) {
        publish(*made, stop);
    } else {
        tell_unchanged((*made)->catalogue().revision);
    }
    reading_.passed(**made);
}

void Reloader::tell_unchanged(const std::string& revision) const {
    running_.log.info(Event::load, "content " + revision + " is unchanged", {{"content_revision", revision}});
}

bool Reloader::is_new(const site::Snapshot& snapshot) const {
    return !changed(in_effect_, values_, false).empty() ||
           snapshot.catalogue().revision != running_.store.current()->catalogue().revision;
}

void Reloader::publish(const std::shared_ptr<const site::Snapshot>& identity, const std::stop_token& stop) {
    tell_settings_in_effect();
    auto replaced = running_.store.publish(identity);
    tell_of_load(running_.log, *identity, settings_.content, " in place of " + replaced->catalogue().revision);
    running_.switches.look();
    begin_codings(BackgroundCodings::Priority::low);
    replaced_.keep(std::move(replaced), stop);
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

std::string status_line(const site::Snapshot& snapshot, const telemetry::Loads& loads) {
    const auto load = loads.last();
    const auto waits_for = loads.upkeep().waits_for;
    const std::string serving = "serving content " + snapshot.catalogue().revision;
    if (!waits_for.empty()) return serving + "; waiting for " + waits_for;
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
    const auto& regulations = snapshot.catalogue().regulations;
    if (snapshot.names_primary() || regulations.size() < 2) return;
    std::string ids;
    for (const auto& regulation : regulations) ids.append(ids.empty() ? "" : ", ").append(regulation.id);
    log.warning(Event::load, "primary_regulation is not set and the content has several regulations (" + ids +
                                 "): /v1/regulation-status is answered 404 while more than one of them is shown");
}

}  // namespace toolkitd::app
