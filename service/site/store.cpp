#include "site/store.h"

#include <utility>

namespace toolkitd::site {

Store::Store(std::shared_ptr<const Snapshot> snapshot) : snapshot_(std::move(snapshot)) {}

std::shared_ptr<const Snapshot> Store::current() const {
    const std::lock_guard lock(mutex_);
    return snapshot_;
}

std::shared_ptr<const Snapshot> Store::publish(std::shared_ptr<const Snapshot> snapshot) {
    const std::lock_guard lock(mutex_);
    snapshot_.swap(snapshot);
    return snapshot;
}

}  // namespace toolkitd::site
