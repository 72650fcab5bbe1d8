// How far something long has come.
#pragma once

#include <cstddef>
#include <functional>
#include <string_view>

namespace toolkitd::base {

// Called with what is being done, how many of its steps are done, and of how many. On one thread, and quickly: it is
// called often.
using Progress = std::function<void(std::string_view what, std::size_t done, std::size_t of)>;

// For those who need not know.
inline void untold(std::string_view, std::size_t, std::size_t) {}

}  // namespace toolkitd::base
