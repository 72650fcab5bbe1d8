// The small pieces of HTTP's grammar that more than one field is made of (RFC 9110 section 5.6).
//
// Pure functions, safe to call from any thread; views refer to what was given. Inline, for every byte of every head
// goes through them.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace toolkitd::http {

inline bool is_digit(char c) { return c >= '0' && c <= '9'; }
inline bool is_hex(char c) { return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }
inline bool is_space(char c) { return c == ' ' || c == '\t'; }

// What a byte may be part of; a table, for every byte of every head is looked up.
// A query may hold what clients leave as it is there (docs/adr/0016), which a URI cannot hold.
enum Part : unsigned char { in_token = 1, in_path = 2, in_query = 4 };

inline constexpr auto kParts = [] {
    std::array<unsigned char, 256> parts{};
    for (unsigned c = 0; c < 256; ++c) {
        const bool visible = c > ' ' && c < 0x7f;
        const bool alphanumeric = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
        const auto is_one_of = [c](std::string_view set) {
            return c < 0x80 && set.find(static_cast<char>(c)) != std::string_view::npos;
        };
        if (alphanumeric || is_one_of("!#$%&'*+-.^_`|~")) parts[c] |= in_token;
        if (visible && !is_one_of("#\"<>\\^`{|}")) parts[c] |= in_path;
        if ((visible || c >= 0x80) && c != '#') parts[c] |= in_query;
    }
    return parts;
}();

inline bool is(Part part, char c) { return (kParts[static_cast<unsigned char>(c)] & part) != 0; }

inline bool all_are(Part part, std::string_view text) {
    return std::all_of(text.begin(), text.end(), [part](char c) { return is(part, c); });
}

// Without the white space around it: OWS.
inline std::string_view trim(std::string_view text) {
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
