// How a reloader looks at what there is to read, and waits for those who write it.
#include <chrono>
#include <utility>

#include "app/reloader.h"
#include "app/reloading.h"
#include "base/clock.h"

namespace toolkitd::app {

using std::chrono::steady_clock;
using telemetry::Event;

namespace {

// Where nobody has the file open, its size and times are to be still for a while: that is no news.
constexpr int kLongerWhereItIsClosed = 30;

}  // namespace

Survey Reloader::look() {
    const auto began = steady_clock::now();
    auto found = survey(settings_.content);
    looked_ = steady_clock::now();
    looking_ = looked_ - began;
    running_.loads.change_upkeep([now = second_of(running_.clock)](auto& upkeep) { upkeep.looked_at = now; });
    return found;
}

// Whether there is something else to read than there was when it was read last, and nobody is writing it.
bool Reloader::has_changed() {
    const auto found = look();
    if (!waiting_ && read_ && found.found_the_same_as(*read_)) return false;
    if (!waiting_) return true;
    const auto unfinished = stillness_.unfinished(found, &watch_, steady_clock::now(), base::SystemClock().now());
    if (unfinished) wait_for(*unfinished);
    return !unfinished;
}

void Reloader::wait_for(const Unfinished& unfinished) {
    if (!waiting_) waiting_ = Waiting{unfinished, steady_clock::now(), second_of(running_.clock), {}};
    waiting_->unfinished = unfinished;
    auto sentence = unfinished.sentence();
    const auto until_told = reading_.until_told * (unfinished.is_open ? 1 : kLongerWhereItIsClosed);
    if (waiting_->told == sentence || steady_clock::now() - waiting_->since < until_told) return;
    running_.log.warning(Event::load, "the content is not read yet: waiting for " + sentence,
                         {{"waits_for", unfinished.file}});
    running_.loads.change_upkeep([&](auto& upkeep) {
        upkeep.waits_for = sentence;
        upkeep.waits_since = waiting_->since_instant;
    });
    waiting_->told = std::move(sentence);
}

void Reloader::end_waiting() {
    if (waiting_ && !waiting_->told.empty()) {
        running_.loads.change_upkeep([](auto& upkeep) { upkeep.waits_for.clear(); });
    }
    waiting_.reset();
}

}  // namespace toolkitd::app
