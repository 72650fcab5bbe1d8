// Values that change at instants, as nginx can tell them: by regular expressions over digits, which are exact to the
// second.
//
// Pure functions, safe to call from any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.h"
#include "base/zone.h"
#include "mirror/recording.h"

namespace toolkitd::mirror {

// A regular expression that a text of the same form matches from its beginning where it is `least` or above: digits
// are compared, all else is the same in both. A colon may be percent-encoded in the text, as it may be in a query.
std::string at_least(std::string_view least);

// What holds from an instant on.
struct Step {
    base::Instant from;
    std::string value;
};

// The lines of a map of $msec whose value is `first` up to the first step, and so on. Ascending.
std::string steps_of_clock(const std::string& first, const std::vector<Step>& steps);

// The Cache-Control of answers that may be kept for `wish` and no longer than to the next switch: as wished; for its
// max-age alone; or not at all, as much as is left. A second is kept back, for $msec is compared in whole seconds.
struct Thrift {
    std::string first;
    std::vector<Step> steps;
};
Thrift thrift(const http::Lifetime& wish, const std::vector<base::Instant>& switches);

// The lines of a map of `as_of` to editions: nothing where it is empty, and `!` where it is neither a day nor an
// instant in UTC to the second.
std::string steps_of_query(const std::vector<base::Instant>& switches, const base::Zone& zone);

}  // namespace toolkitd::mirror
