// Works out the compressed forms of what is served, beside the threads that serve.
//
// `begin` and `take` belong to one thread.
#pragma once

#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "site/representation.h"
#include "site/snapshot.h"

namespace toolkitd::app {

class BackgroundCodings {
public:
    // Writes to `done`, an eventfd, when there is something to take.
    explicit BackgroundCodings(int done);
    // Waits until what is being compressed is.
    ~BackgroundCodings();
    BackgroundCodings(const BackgroundCodings&) = delete;
    BackgroundCodings& operator=(const BackgroundCodings&) = delete;

    enum class Priority { normal, low };

    // Works out gzip, then brotli, of all of it. What was going on is given up, and nothing of it is taken any more.
    // `low` leaves the processor to whoever else wants it, as far as the system allows that, from then on.
    void begin(const site::Snapshot& snapshot, site::Labeller labeller, Priority priority);

    struct Outcome {
        std::shared_ptr<const site::Snapshot> made;  // with one coding more; null where there is a fault
        bool complete = false;                       // with every coding
        std::string fault;                           // what kept it from being worked out
    };

    std::optional<Outcome> take();

private:
    struct Work {
        std::shared_ptr<const site::Snapshot> snapshot;
        site::Labeller labeller;
        Priority priority = Priority::low;
        std::stop_token stop;
    };

    void run(const std::stop_token& stop);
    void work_on(Work work);
    void give(Outcome outcome, const std::stop_token& stop);

    int done_;
    std::mutex mutex_;
    std::condition_variable_any changed_;
    std::optional<Work> next_;
    std::stop_source current_;
    std::deque<Outcome> outcomes_;
    std::jthread thread_;  // the last one, for it uses the others
};

}  // namespace toolkitd::app
