// Conditional requests: RFC 9110 section 13.
//
// Pure functions, safe to call from any thread.
#pragma once

#include <optional>
#include <string_view>

#include "base/instant.h"
#include "http/message.h"

namespace toolkitd::http {

// What a representation can be told apart by.
struct Validators {
    std::string_view tag;  // strong, with its quotes
    std::optional<base::Instant> last_modified;
};

enum class Outcome { proceed, not_modified, failed };

// Evaluates the request's preconditions for GET and HEAD in the order of section 13.2.2: If-Match, else
// If-Unmodified-Since (`failed`, 412); then If-None-Match, else If-Modified-Since (`not_modified`, 304). A list of tags
// that cannot be read matches nothing; a date that cannot be read, or lies after `now`, is passed over (13.1.3).
Outcome evaluate(const Request& request, const Validators& validators, base::Instant now);

}  // namespace toolkitd::http
