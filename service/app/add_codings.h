// The forms that take too long to make the first answer wait for them.
#pragma once

#include <memory>
#include <stop_token>

#include "app/replaced.h"
#include "site/representation.h"
#include "site/store.h"

namespace toolkitd::app {

// Works out gzip, then brotli, of what the store serves, and publishes each; ends early where it is told to. To be run
// beside the threads that serve.
void add_codings(site::Store& store, const site::Labeller& labeller, Replaced& replaced, const std::stop_token& stop);

// A snapshot in all codings; null where it is told to stop.
std::shared_ptr<const site::Snapshot> with_all_codings(std::shared_ptr<const site::Snapshot> snapshot,
                                                       const site::Labeller& labeller, const std::stop_token& stop);

// Has the allocator give back what working out a snapshot has left behind, unless that would hold up who is served.
void give_back_memory(const site::Snapshot& served);

}  // namespace toolkitd::app
