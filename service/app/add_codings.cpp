#include "app/add_codings.h"

#include <malloc.h>

#include <array>
#include <chrono>
#include <memory>
#include <thread>
#include <utility>

#include "site/build.h"

namespace toolkitd::app {
namespace {

// To give memory back holds up whoever asks for some, by about a millisecond for ten megabytes.
constexpr std::size_t kFewRepresentations = 5'000;

constexpr std::array kCodings{site::Coding::gzip, site::Coding::brotli};

}  // namespace

void retire(std::shared_ptr<const site::Snapshot>&& old, const std::stop_token& stop) {
    while (old.use_count() > 1 && !stop.stop_requested()) std::this_thread::sleep_for(std::chrono::milliseconds{10});
    old.reset();
}

void give_back_memory(const site::Snapshot& served) {
    if (served.representation_count() <= kFewRepresentations) malloc_trim(0);
}

std::shared_ptr<const site::Snapshot> with_all_codings(std::shared_ptr<const site::Snapshot> snapshot,
                                                       const site::Labeller& labeller, const std::stop_token& stop) {
    for (const auto coding : kCodings) {
        if (snapshot) snapshot = site::with_coding(*snapshot, coding, labeller, stop);
    }
    return snapshot;
}

void add_codings(site::Store& store, const site::Labeller& labeller, const std::stop_token& stop) {
    for (const auto coding : kCodings) {
        auto more = site::with_coding(*store.current(), coding, labeller, stop);
        if (!more) return;
        retire(store.publish(std::move(more)), stop);
    }
    give_back_memory(*store.current());
}

}  // namespace toolkitd::app
