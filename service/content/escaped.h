// Names and values of somebody else's, fit for a terminal, a log and JSON.
//
// Pure functions, safe to call from any thread.
#pragma once

#include <string>
#include <string_view>

namespace toolkitd::content {

// The text with every byte that is not part of valid UTF-8, every control character, and what turns the direction of
// a line, written as `\x1b`. So the result is one line of valid UTF-8.
std::string escaped(std::string_view text);

// The same, with its middle left out where it is longer than `longest` bytes.
std::string shortened(std::string_view text, std::size_t longest);

// Whether there is nothing in it that a reader sees: spaces of any kind, characters without a width, or nothing at all.
bool is_blank(std::string_view text);

}  // namespace toolkitd::content
