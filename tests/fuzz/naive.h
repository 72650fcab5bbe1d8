// Reading as simply as it can be said: what the targets hold the service's own readers against.
//
// Pure functions; views are of the text that was given.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace toolkitd::fuzz {

// The parts between the separators, empty ones too; one part where there is no separator.
std::vector<std::string_view> split(std::string_view text, std::string_view separator);

// A field as it is written.
struct WrittenField {
    std::string_view name;
    std::string_view value;
};

// Without the spaces and tabs around it.
std::string_view trimmed(std::string_view text);

// ASCII letters in lower case.
std::string lower(std::string_view text);

// RFC 3986 section 2.1: `%` and two hexadecimal digits are a byte; everything else stands for itself.
std::string percent_decoded(std::string_view text);

// A part of a query, in which `+` is a space, too.
std::string form_decoded(std::string_view text);

// How often the needle stands in the text, without overlaps.
std::size_t count(std::string_view text, std::string_view needle);

}  // namespace toolkitd::fuzz
