#include "base/in_parallel.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

namespace toolkitd::base {
namespace {

constexpr std::size_t kWorthAThread = 16;

// False where the system gives no more threads: those that there are do it all.
template <typename Work>
bool begin(std::vector<std::jthread>& threads, const Work& work, std::size_t thread) {
    try {
        threads.emplace_back(work, thread);
    } catch (const std::system_error&) {
        return false;
    }
    return true;
}

}  // namespace

std::size_t threads_for(std::size_t count) {
    return std::clamp<std::size_t>(count / kWorthAThread, 1, std::max(1U, std::thread::hardware_concurrency()));
}

void in_parallel(std::size_t count, const std::function<void(std::size_t i, std::size_t thread)>& work) {
    std::atomic<std::size_t> next{0};
    std::once_flag first;
    std::exception_ptr thrown;
    const auto take = [&](std::size_t thread) noexcept {
        try {
            for (auto i = next++; i < count; i = next++) work(i, thread);
        } catch (...) {
            next = count;
            std::call_once(first, [&thrown] { thrown = std::current_exception(); });
        }
    };
    std::vector<std::jthread> others;
    for (std::size_t thread = 1; thread < threads_for(count) && begin(others, take, thread); ++thread) {
    }
    take(0);
    others.clear();
    if (thrown) std::rethrow_exception(thrown);
}

}  // namespace toolkitd::base
