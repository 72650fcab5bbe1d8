#include "app/add_codings.h"

#include <malloc.h>

#include <chrono>
#include <memory>
#include <thread>
#include <utility>

#include "site/build.h"

namespace toolkitd::app {
namespace {

// To give memory back holds up whoever asks for some, by about a millisecond for ten megabytes.
constexpr std::size_t kFewRepresentations = 5'000;

// The last one to hold a snapshot frees it, which takes a while where there is much in it.
void retire(std::shared_ptr<const site::Snapshot>&& old, const std::stop_token& stop) {
    while (old.use_count() > 1 && !stop.stop_requested()) std::this_thread::sleep_for(std::chrono::milliseconds{10});
    old.reset();
}

}  // namespace

void add_codings(site::Store& store, const site::Labeller& labeller, const std::stop_token& stop) {
    for (const auto coding : {site::Coding::gzip, site::Coding::brotli}) {
        auto more = site::with_coding(*store.current(), coding, labeller, stop);
        if (!more) return;
        retire(store.publish(std::move(more)), stop);
    }
    if (store.current()->representation_count() <= kFewRepresentations) malloc_trim(0);
}

}  // namespace toolkitd::app
