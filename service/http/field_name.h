// The header fields of a request that the service acts on. All others are checked and forgotten with the head, so that
// what tells of a reader (User-Agent, Referer, Cookie, X-Forwarded-For) gets no further.
//
// Pure functions, safe to call from any thread.
#pragma once

#include <cstdint>
#include <string_view>

namespace toolkitd::http {

enum class FieldName : std::uint8_t {
    accept,
    accept_encoding,
    accept_language,
    connection,
    content_length,
    expect,
    host,
    if_match,
    if_modified_since,
    if_none_match,
    if_unmodified_since,
    traceparent,
    transfer_encoding,
    other,
};

// Case does not matter (RFC 9110 section 5.1).
FieldName field_name(std::string_view text);

// Whether a field is one that proxies and CDNs put on what they pass on: Forwarded (RFC 7239), Via (RFC 9110 section
// 7.6.3), and what they use beside them. That there is one is all that is kept of it.
bool is_of_proxies(std::string_view name);

bool equal_without_case(std::string_view a, std::string_view b);  // of the same length, ASCII

// Inline, because most names differ in length.
inline bool equal_names(std::string_view a, std::string_view b) {
    return a.size() == b.size() && equal_without_case(a, b);
}

}  // namespace toolkitd::http
