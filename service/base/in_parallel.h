// The same work for many things, on all cores; where the system gives no thread, on those that there are.
#pragma once

#include <cstddef>
#include <functional>

namespace toolkitd::base {

// On how many threads so many things are worked on.
std::size_t threads_for(std::size_t count);

// Calls `work` once for each number below `count`, with the number of the thread that it is called on: below
// `threads_for(count)`, and 0 for the caller's own. Returns when all is done. Where `work` throws, throws the
// first of that when all threads have ended, and leaves the rest undone.
void in_parallel(std::size_t count, const std::function<void(std::size_t i, std::size_t thread)>& work);

}  // namespace toolkitd::base
