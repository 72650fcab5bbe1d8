// How the last attempt to load the content went: for health, and for the operator.
//
// LastLoad is a plain value; Loads is safe to use from any thread.
#pragma once

#include <chrono>
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
};

class Loads {
public:
    explicit Loads(LastLoad first) : last_(std::move(first)) {}

    LastLoad last() const {
        const std::lock_guard lock(mutex_);
        return last_;
    }

    void note(LastLoad load) {
        const std::lock_guard lock(mutex_);
        last_ = std::move(load);
    }

private:
    mutable std::mutex mutex_;
    LastLoad last_;
};

}  // namespace toolkitd::telemetry
