// The time in which an item is shown: from `from` on, up to but not including `until`. Each end may be open.
#pragma once

#include <optional>

#include "base/instant.h"

namespace toolkitd::domain {

struct Window {
    std::optional<base::Instant> from;
    std::optional<base::Instant> until;

    bool holds(base::Instant instant) const { return (!from || *from <= instant) && (!until || instant < *until); }
};

}  // namespace toolkitd::domain
