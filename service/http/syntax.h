// The small pieces of HTTP's grammar that more than one field is made of (RFC 9110 section 5.6).
//
// Pure functions, safe to call from any thread; views refer to what was given. Inline, for every byte of every head
// goes through them.
#pragma once

#include <algorithm>
#include <string_view>

namespace toolkitd::http {

inline bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Without the white space around it: OWS.
inline std::string_view trim(std::string_view text) {
    const auto is_space = [](char c) { return c == ' ' || c == '\t'; };
    while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
    return text;
}

// Takes what stands before the first separator off the front, and the separator; all of it where there is none.
inline std::string_view take_until(std::string_view& text, char separator) {
    const auto end = std::min(text.find(separator), text.size());
    const auto taken = text.substr(0, end);
    text.remove_prefix(std::min(text.size(), end + 1));
    return taken;
}

}  // namespace toolkitd::http
