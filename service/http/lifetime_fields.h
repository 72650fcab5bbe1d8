// The fields that tell caches how long they may keep an answer: Cache-Control (RFC 9111 section 5.2), and where the
// operator has CDNs, CDN-Cache-Control (RFC 9213) and Surrogate-Key, by the same rule.
//
// Pure functions, safe to call from any thread.
#pragma once

#include <optional>
#include <string_view>

#include "base/instant.h"
#include "http/cache_policy.h"
#include "http/message.h"

namespace toolkitd::http {

// The keys of what no representation stands behind, as the line of the answer.
inline constexpr std::string_view kRedirectKeys = "Surrogate-Key: toolkitd redirect\r\n";
inline constexpr std::string_view kMissingKeys = "Surrogate-Key: toolkitd missing\r\n";

// For content that holds until then. Lines of the policy's, which must outlive the response, where nothing is cut.
void set_content_lifetime(Response& response, const CachePolicy& policy, std::optional<base::Instant> valid_until,
                          base::TimePoint now, std::string_view keys);

// For anything else: the same lifetime everywhere. Takes the place of a `Cache-Control` that is there.
void set_lifetime(Response& response, const CachePolicy& policy, const Lifetime& lifetime, std::string_view keys);

}  // namespace toolkitd::http
