// Days and times in front matter, and what follows from them in a time zone.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

#include "base/zone.h"
#include "content/fields.h"
#include "domain/regulation.h"
#include "domain/window.h"

namespace toolkitd::content {

// The zone that a file names. Where it is not known (a fault of its own, which is reported once), days begin in UTC, so
// that everything else can be checked all the same.
class Days {
public:
    explicit Days(std::optional<base::Zone> zone) : zone_(std::move(zone)) {}

    base::Instant start_of(std::chrono::year_month_day day) const;
    std::chrono::year_month_day day_of(base::Instant instant) const;

private:
    std::optional<base::Zone> zone_;
};

// Nothing when the key is not there, or when what it says is not known (which is reported).
std::optional<base::Zone> read_zone(const Fields& fields, std::string_view key);

// A day, which stands for its start, or an RFC 3339 time. Nothing when the key is not there, or says neither (which is
// reported).
std::optional<domain::Moment> read_moment(const Fields& fields, std::string_view key, const Days& days);

// When something is shown, and whether it is taken back for good at the end of that.
struct Presence {
    domain::Window window;
    std::optional<domain::Withdrawal> withdrawn;
};

// `publish_from`, `publish_until`, `preview` and `withdrawn`, in the publisher's days.
Presence read_presence(const Fields& fields, const Days& days);

// The same for what cannot be withdrawn.
domain::Window read_window(const Fields& fields, const Days& days);

}  // namespace toolkitd::content
