#include "app/background_codings.h"

#include <sched.h>
#include <sys/resource.h>
#include <unistd.h>

#include <exception>
#include <new>
#include <utility>

#include "app/add_codings.h"
#include "site/build.h"

namespace toolkitd::app {
namespace {

constexpr int kLowNiceness = 15;

// The priority of the calling thread, and of those that it starts. Where the system refuses, it stays as it is.
void lower_priority() {
    const sched_param none{};
    sched_setscheduler(0, SCHED_BATCH, &none);
    setpriority(PRIO_PROCESS, 0, kLowNiceness);
}

// All that is large is shared. To hold what is served itself would have the next change wait until this has been
// compressed: what is replaced is kept for as long as somebody holds it.
std::shared_ptr<const site::Snapshot> copy_of(const site::Snapshot& snapshot) {
    return std::make_shared<const site::Snapshot>(snapshot);
}

}  // namespace

BackgroundCodings::BackgroundCodings(int done)
    : done_(done), thread_([this](const std::stop_token& stop) { run(stop); }) {}

BackgroundCodings::~BackgroundCodings() {
    const std::lock_guard lock(mutex_);
    current_.request_stop();
}

void BackgroundCodings::begin(const site::Snapshot& snapshot, site::Labeller labeller, Priority priority) {
    const std::lock_guard lock(mutex_);
    current_.request_stop();
    current_ = std::stop_source();
    outcomes_.clear();
    next_ = Work{copy_of(snapshot), std::move(labeller), priority, current_.get_token()};
    changed_.notify_all();
}

std::optional<BackgroundCodings::Outcome> BackgroundCodings::take() {
    const std::lock_guard lock(mutex_);
    if (outcomes_.empty()) return std::nullopt;
    auto outcome = std::move(outcomes_.front());
    outcomes_.pop_front();
    return outcome;
}

void BackgroundCodings::run(const std::stop_token& stop) {
    std::unique_lock lock(mutex_);
    while (changed_.wait(lock, stop, [this] { return next_.has_value(); })) {
        auto work = std::move(*next_);
        next_.reset();
        lock.unlock();
        work_on(std::move(work));
        lock.lock();
    }
}

void BackgroundCodings::work_on(Work work) {
    if (work.priority == Priority::low) lower_priority();
    try {
        for (const auto coding : kCodings) {
            auto made = site::with_coding(*work.snapshot, coding, work.labeller, work.stop);
            if (!made) return;
            work.snapshot = copy_of(*made);
            give({std::move(made), coding == kCodings.back(), {}}, work.stop);
        }
    } catch (const std::bad_alloc&) {
        give({nullptr, false, "there is not enough memory for it"}, work.stop);
    } catch (const std::exception& error) {
        give({nullptr, false, std::string("it cannot be done now: ") + error.what()}, work.stop);
    }
}

void BackgroundCodings::give(Outcome outcome, const std::stop_token& stop) {
    const std::lock_guard lock(mutex_);
    if (stop.stop_requested()) return;
    outcomes_.push_back(std::move(outcome));
    const std::uint64_t one = 1;
    [[maybe_unused]] const auto written = write(done_, &one, sizeof one);
}

}  // namespace toolkitd::app
