// The forms that take too long to make the first answer wait for them.
#pragma once

#include <array>
#include <memory>
#include <stop_token>

#include "site/representation.h"
#include "site/snapshot.h"

namespace toolkitd::app {

// Smaller and quicker first.
inline constexpr std::array kCodings{site::Coding::gzip, site::Coding::brotli};

// A snapshot in all codings; null where it is told to stop.
std::shared_ptr<const site::Snapshot> with_all_codings(std::shared_ptr<const site::Snapshot> snapshot,
                                                       const site::Labeller& labeller, const std::stop_token& stop);

// Has the allocator give back what working out a snapshot has left behind, unless that would hold up who is served.
void give_back_memory(const site::Snapshot& served);

}  // namespace toolkitd::app
