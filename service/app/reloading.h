// What the parts of a reloader share.
#pragma once

#include <chrono>
#include <string>

#include "base/clock.h"

namespace toolkitd::app {

inline std::string first_line(const std::string& text) { return text.substr(0, text.find('\n')); }

inline base::Instant second_of(const base::Clock& clock) {
    return std::chrono::floor<std::chrono::seconds>(clock.now());
}

}  // namespace toolkitd::app
