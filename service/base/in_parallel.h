// The same work for many things, on all cores; where the system gives no thread, on those that there are.
#pragma once

#include <cstddef>
#include <functional>
#include <future>
#include <system_error>

namespace toolkitd::base {

// On how many threads so many things are worked on.
std::size_t threads_for(std::size_t count);

// Calls `work` once for each number below `count`, with the number of the thread that it is called on: below
// `threads_for(count)`, and 0 for the caller's own. Returns when all is done. Where `work` throws, throws the
// first of that when all threads have ended, and leaves the rest undone.
void in_parallel(std::size_t count, const std::function<void(std::size_t i, std::size_t thread)>& work);

// What `work` gives, worked out beside the caller where that is worth a thread and the system gives one; else when it
// is asked for. Its end is waited for, by whoever lets go of it as well.
template <typename Work>
auto begun(bool is_worth_it, const Work& work) {
    if (!is_worth_it) return std::async(std::launch::deferred, work);
    try {
        return std::async(std::launch::async, work);
    } catch (const std::system_error&) {
        return std::async(std::launch::deferred, work);
    }
}

}  // namespace toolkitd::base
