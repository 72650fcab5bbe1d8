// How the last attempt to load the content went, and what else is known of content and settings: for health, and for
// the operator.
//
// LastLoad and Upkeep are plain values; Loads is safe to use from any thread.
#pragma once

#include <chrono>
#include <cstdint>
#include <mutex>
#include <optional>
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

// Something that was tried at a time. An empty sentence: it succeeded.
struct Attempt {
    base::Instant at;
    std::string fault;
};

struct Upkeep {
    base::Instant looked_at;       // when the content's files were last compared with what was read of them
    std::string waits_for;         // the file that is being written, and why it is waited for; empty: none is
    base::Instant waits_since{};   // where one is
    Attempt settings;              // to read them
    std::optional<Attempt> state;  // to keep what is served in state_dir; nothing where there is none
    std::optional<base::Instant>
        kept{};  // what is served was kept then, and comes from state_dir; nothing: it does not
};

class Loads {
public:
    explicit Loads(LastLoad first) : upkeep_{first.at, {}, {}, {first.at, {}}, {}, {}} { note(std::move(first)); }

    LastLoad last() const {
        const std::lock_guard lock(mutex_);
        return last_;
    }

    LoadCounts counts() const {
        const std::lock_guard lock(mutex_);
        return counts_;
    }

    Upkeep upkeep() const {
        const std::lock_guard lock(mutex_);
        return upkeep_;
    }

    void note(LastLoad load) {
        const std::lock_guard lock(mutex_);
        ++(load.succeeded ? counts_.succeeded : counts_.failed);
        last_ = std::move(load);
    }

    // Has `change` change what is known besides. It must not ask for anything here.
    template <typename Change>
    void change_upkeep(const Change& change) {
        const std::lock_guard lock(mutex_);
        change(upkeep_);
    }

private:
    mutable std::mutex mutex_;
    LastLoad last_;
    LoadCounts counts_;
    Upkeep upkeep_;
};

}  // namespace toolkitd::telemetry
