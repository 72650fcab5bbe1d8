// The head of a request, checked strictly before anything acts on it: RFC 9112 sections 2 to 6.
//
// Plain values and pure functions, safe to call from any thread. All views refer to the bytes that were checked.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "http/message.h"

namespace toolkitd::http {

struct HeadLimits {
    std::size_t head_bytes = 16384;
    std::size_t target_bytes = 8000;
    std::size_t fields = 100;
};

struct Head {
    Method method = Method::get;
    std::string_view target;    // in origin form, of which the path may be empty; or "*"
    std::vector<Field> fields;  // those that the service acts on, in their order
    std::uint64_t content_length = 0;
    bool chunked = false;
    bool expects_continue = false;
    bool is_forwarded = false;  // a field says that somebody has passed it on
    bool keep_alive = true;     // by version and Connection (section 9.3)
};

// Checks a head that ends with its empty line. CRLF ends every line and nothing else does; one valid Host (none is
// allowed in HTTP/1.0); Content-Length is one number; Transfer-Encoding is the word `chunked`, once, and never beside
// Content-Length, so that no two readers of the bytes can disagree about where the request ends.
base::Result<Head, Refusal> check_head(std::string_view bytes, const HeadLimits& limits);

// The same into a head that was used before, whose memory it takes over; nothing where it is taken.
std::optional<Refusal> check_head(std::string_view bytes, const HeadLimits& limits, Head& into);

// What is wrong with a head that has not ended within `limits.head_bytes`: which limit it breaks, or its method (RFC
// 9112 section 3: one that is longer than any that is known gets 501).
Refusal too_large(std::string_view bytes, const HeadLimits& limits);

}  // namespace toolkitd::http
