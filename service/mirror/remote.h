// A mirror or a service somewhere else, held against what it should say.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "http/fetch.h"
#include "mirror/recording.h"

namespace toolkitd::mirror {

struct Compared {
    std::size_t asked = 0;
    bool every_edition = false;  // and not today's alone, for it takes no `as_of`
    // A sentence each, fit for a terminal: first of the clock, where it is off, then in the order of the places. Beside
    // other bytes and fields these are fields that keep something of readers, and lifetimes in which a copy outlives
    // its content.
    std::vector<std::string> differences;
};

// Asks for every address of today's edition in every coding, and where the other takes `as_of`, for every edition: a
// few connections at a time, each answer within the limits. Fails with a sentence where no answers come, where the
// server cannot be trusted, or where all of it is a redirect, for none is followed.
base::Result<Compared> compare_remote(const Recording& recording, const std::string& url,
                                      const http::FetchLimits& limits, const base::Clock& clock);

}  // namespace toolkitd::mirror
