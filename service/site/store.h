// Holds the snapshot that is served, and swaps it whole.
//
// Safe to use from any thread. A reader keeps the snapshot that it took for as long as it holds the pointer.
#pragma once

#include <memory>
#include <mutex>

#include "site/snapshot.h"

namespace toolkitd::site {

class Store {
public:
    explicit Store(std::shared_ptr<const Snapshot> snapshot);

    std::shared_ptr<const Snapshot> current() const;
    // Gives back the one that was served until now.
    std::shared_ptr<const Snapshot> publish(std::shared_ptr<const Snapshot> snapshot);

private:
    mutable std::mutex mutex_;
    std::shared_ptr<const Snapshot> snapshot_;
};

}  // namespace toolkitd::site
