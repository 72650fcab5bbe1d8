// The shapes of the short words in content: ids, words for programs, language tags.
//
// Pure functions, safe to call from any thread.
#pragma once

#include <string_view>

namespace toolkitd::content {

// Lower-case letters and digits in groups parted by single hyphens, at most 80: "reporting-video".
bool is_id(std::string_view text);

// Lower-case letters and digits in groups parted by single underscores, at most 80: "practice_advisory".
bool is_word(std::string_view text);

// A language tag as far as content needs one (RFC 5646): "en", "en-US".
bool is_language(std::string_view text);

// Digits, in groups parted by single spaces or hyphens, perhaps with a `+` in front: "1-888-539-2373".
bool is_phone_number(std::string_view text);

}  // namespace toolkitd::content
