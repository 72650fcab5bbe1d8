// Snapshots that were replaced, for as long as answers are sent from them.
//
// Whoever lets go of a snapshot last frees it, which takes a while where there is much in it, and would hold up all
// whom a loop serves. So they are kept, and freed, here. For one thread.
#pragma once

#include <memory>
#include <stop_token>
#include <vector>

#include "site/snapshot.h"

namespace toolkitd::app {

class Replaced {
public:
    // Keeps one, which is to be held by nobody who gives it to others. Where that makes more than two, waits until one
    // could be freed, or until it is told to stop: each may take as much memory as what is served.
    void keep(std::shared_ptr<const site::Snapshot> snapshot, const std::stop_token& stop);

    // Frees those that nobody else holds; whether there were any.
    bool free_unheld();

    bool empty() const { return kept_.empty(); }
    std::size_t size() const { return kept_.size(); }

private:
    std::vector<std::shared_ptr<const site::Snapshot>> kept_;
};

}  // namespace toolkitd::app
