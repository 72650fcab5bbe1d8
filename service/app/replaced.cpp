#include "app/replaced.h"

#include <chrono>
#include <thread>
#include <utility>

namespace toolkitd::app {
namespace {

constexpr std::size_t kMost = 2;
constexpr std::chrono::milliseconds kBetweenLooks{10};

}  // namespace

void Replaced::keep(std::shared_ptr<const site::Snapshot> snapshot, const std::stop_token& stop) {
    kept_.push_back(std::move(snapshot));
    free_unheld();
    while (size() > kMost && !stop.stop_requested()) {
        std::this_thread::sleep_for(kBetweenLooks);
        free_unheld();
    }
}

bool Replaced::free_unheld() {
    return std::erase_if(kept_, [](const auto& snapshot) { return snapshot.use_count() == 1; }) > 0;
}

}  // namespace toolkitd::app
