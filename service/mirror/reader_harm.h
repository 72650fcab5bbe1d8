// What a server, or something in front of it, adds to answers that harms readers: fields that leave a trace of them,
// and lifetimes in which a copy outlives its content.
//
// Pure functions, safe to call from any thread.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "base/instant.h"
#include "http/cache_policy.h"
#include "mirror/recording.h"

namespace toolkitd::mirror {

// For how long copies of an answer may be used.
struct AllowedLifetime {
    http::Lifetime wish;                 // what the settings allow
    std::chrono::seconds cdn_max_age{};  // what they allow in fields for CDNs, beside that
    std::optional<base::Instant> until;  // the end of the content's validity; nothing where it has none
};

// A sentence for a terminal: the first field in `seen` that keeps or reports something of readers (cookies, reporting
// endpoints, client hints, policies that only report) or that stands a second time with another value; empty where
// there is none.
std::string trace_of_readers(const Fields& seen);

// A sentence for a terminal where caches may use an answer for longer than is allowed (RFC 9111 section 4.2, RFC 5861,
// RFC 9213), or for as long as they guess; empty where they may not. `sent`: when the answer was made, by its Date;
// nothing where it has none.
std::string too_long_lifetime(const Fields& seen, const AllowedLifetime& allowed, std::optional<base::Instant> sent);

}  // namespace toolkitd::mirror
