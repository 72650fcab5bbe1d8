// How the last attempt to load the content went: for health, and for the operator.
//
// LastLoad is a plain value; Loads is safe to use from any thread.
#pragma once

#include <chrono>
#include <cstdint>
#include <mutex>
#include <string>
#include <vector>

#include "base/instant.h"

namespace toolkitd::telemetry {

struct LastLoad {
    base::Instant at;
    bool succeeded = true;
    std::string sentence;             // why it failed; nothing else has changed then
    std::vector<std::string> faults;  // of the content, a line each with file, line and column
    std::chrono::nanoseconds duration{0};
};

// How many there were since the start, the first one included.
struct LoadCounts {
    std::uint64_t succeeded = 0;
    std::uint64_t failed = 0;
};

class Loads {
public:
    explicit Loads(LastLoad first) { note(std::move(first)); }

    LastLoad last() const {
        const std::lock_guard lock(mutex_);
        return last_;
    }

    LoadCounts counts() const {
        const std::lock_guard lock(mutex_);
        return counts_;
    }

    void note(LastLoad load) {
        const std::lock_guard lock(mutex_);
        ++(load.succeeded ? counts_.succeeded : counts_.failed);
        last_ = std::move(load);
    }

private:
    mutable std::mutex mutex_;
    LastLoad last_;
    LoadCounts counts_;
};

}  // namespace toolkitd::telemetry
