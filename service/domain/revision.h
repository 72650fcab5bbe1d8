// What an editor recorded of a change to a content file.
//
// Plain values.
#pragma once

#include <chrono>
#include <string>

#include "base/instant.h"

namespace toolkitd::domain {

struct Revision {
    std::chrono::year_month_day on;
    base::Instant at;  // the start of that day where the publisher is
    std::string note;  // the editor's words
};

}  // namespace toolkitd::domain
