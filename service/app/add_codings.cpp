#include "app/add_codings.h"

#include <malloc.h>

#include <memory>
#include <utility>

#include "site/build.h"

namespace toolkitd::app {
namespace {

// To give memory back holds up whoever asks for some, by about a millisecond for ten megabytes.
constexpr std::size_t kFewRepresentations = 5'000;

}  // namespace

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

}  // namespace toolkitd::app
