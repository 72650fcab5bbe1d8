#include "fuzz/naive.h"

#include <algorithm>

namespace toolkitd::fuzz {

std::vector<std::string_view> split(std::string_view text, std::string_view separator) {
    std::vector<std::string_view> parts;
    for (auto at = text.find(separator); at != std::string_view::npos; at = text.find(separator)) {
        parts.push_back(text.substr(0, at));
        text.remove_prefix(at + separator.size());
    }
    parts.push_back(text);
    return parts;
}

std::string_view trimmed(std::string_view text) {
    const auto is_space = [](char c) { return c == ' ' || c == '\t'; };
    while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
    return text;
}

std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
    }
    return out;
}

std::string percent_decoded(std::string_view text) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string out;
    while (!text.empty()) {
        const std::string digits = lower(text.substr(0, 3));
        const auto high = digits.size() == 3 ? kDigits.find(digits[1]) : std::string_view::npos;
        const auto low = digits.size() == 3 ? kDigits.find(digits[2]) : std::string_view::npos;
        const bool encoded = digits[0] == '%' && high < 16 && low < 16;
        out += encoded ? static_cast<char>(high * 16 + low) : text.front();
        text.remove_prefix(encoded ? 3 : 1);
    }
    return out;
}

std::string form_decoded(std::string_view text) {
    std::string spaced(text);
    std::replace(spaced.begin(), spaced.end(), '+', ' ');
    return percent_decoded(spaced);
}

std::size_t count(std::string_view text, std::string_view needle) { return split(text, needle).size() - 1; }

}  // namespace toolkitd::fuzz
