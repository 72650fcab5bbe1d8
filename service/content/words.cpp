#include "content/words.h"

#include <algorithm>

namespace toolkitd::content {
namespace {

constexpr std::size_t kLongest = 80;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_letter(char c) { return is_lower(c) || (c >= 'A' && c <= 'Z'); }
bool is_lower_or_digit(char c) { return is_lower(c) || is_digit(c); }

// One or more groups of characters that fit, with one of `separators` between each two.
template <typename Fits>
bool in_groups(std::string_view text, std::string_view separators, Fits fits) {
    if (text.empty() || text.size() > kLongest || !fits(text.front()) || !fits(text.back())) return false;
    for (std::size_t i = 1; i < text.size(); ++i) {
        const bool separator = separators.find(text[i]) != std::string_view::npos;
        if (!fits(text[i]) && !(separator && fits(text[i - 1]))) return false;
    }
    return true;
}

}  // namespace

bool is_id(std::string_view text) { return in_groups(text, "-", is_lower_or_digit); }

bool is_word(std::string_view text) { return in_groups(text, "_", is_lower_or_digit); }

bool is_language(std::string_view text) {
    const auto primary = text.substr(0, text.find('-'));
    const bool primary_fits =
        primary.size() >= 2 && primary.size() <= 3 && std::all_of(primary.begin(), primary.end(), is_lower);
    return primary_fits && in_groups(text, "-", [](char c) { return is_letter(c) || is_digit(c); });
}

bool is_phone_number(std::string_view text) {
    if (text.starts_with('+')) text.remove_prefix(1);
    return text.size() >= 3 && in_groups(text, "- ", is_digit);
}

}  // namespace toolkitd::content
