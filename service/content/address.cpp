#include "content/address.h"

#include <algorithm>

namespace toolkitd::content {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_hexadecimal(char c) { return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

// RFC 3986: unreserved and reserved characters, and whole percent-encodings.
bool is_written_right(std::string_view text) {
    constexpr std::string_view kMarks = "-._~:/?#[]@!$&'()*+,;=";
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%') {
            if (i + 2 >= text.size() || !is_hexadecimal(text[i + 1]) || !is_hexadecimal(text[i + 2])) return false;
        } else if (!is_digit(text[i]) && !is_letter(text[i]) && kMarks.find(text[i]) == std::string_view::npos) {
            return false;
        }
    }
    return true;
}

bool is_port(std::string_view text) { return text.size() <= 5 && std::all_of(text.begin(), text.end(), is_digit); }

bool is_host(std::string_view text) {
    const auto fits = [](char c) { return is_digit(c) || is_letter(c) || c == '-' || c == '.'; };
    return !text.empty() && text.front() != '.' && text.front() != '-' && std::all_of(text.begin(), text.end(), fits);
}

}  // namespace

bool is_web_address(std::string_view text) {
    const bool plain = text.starts_with("http://");
    if (!plain && !text.starts_with("https://")) return false;
    if (!is_written_right(text)) return false;
    const auto rest = text.substr(text.find("//") + 2);
    const auto authority = rest.substr(0, rest.find_first_of("/?#"));
    const auto colon = authority.find(':');
    const bool port_fits = colon == std::string_view::npos || is_port(authority.substr(colon + 1));
    return is_host(authority.substr(0, colon)) && port_fits;
}

bool is_address(std::string_view text) {
    constexpr std::string_view kMail = "mailto:";
    constexpr std::string_view kTelephone = "tel:";
    if (text.starts_with(kMail)) {
        const auto at = text.find('@');
        return is_written_right(text) && at != std::string_view::npos && at > kMail.size() && at + 1 < text.size();
    }
    if (text.starts_with(kTelephone)) {
        return is_written_right(text) && std::any_of(text.begin(), text.end(), is_digit);
    }
    return is_web_address(text);
}

}  // namespace toolkitd::content
