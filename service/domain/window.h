// The time in which an item is shown: from `from` on, up to but not including `until`. Each end may be open.
#pragma once

#include <optional>
#include <string>

#include "base/instant.h"

namespace toolkitd::domain {

struct Window {
    std::optional<base::Instant> from;
    std::optional<base::Instant> until;
    bool preview = false;  // whether it may be known before `from`

    bool is_public(base::Instant known) const { return !from || *from <= known || preview; }
    bool holds(base::Instant instant) const { return (!from || *from <= instant) && (!until || instant < *until); }
};

// That an item was taken back for good; its window ends at `at`.
struct Withdrawal {
    base::Instant at;
    std::string on;  // the day, or the time, as the editor wrote it
    std::string reason;
    std::optional<std::string> successor;  // the id of another item of its kind (and, for sections, toolkit)
};

}  // namespace toolkitd::domain
