#include "content/address.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

#include "content/text_file.h"

namespace toolkitd::content {
namespace {

constexpr std::size_t kLongest = 2'000;

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
    return text.size() <= kLongest;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    for (;;) {
        const auto end = text.find(separator);
        parts.push_back(text.substr(0, end));
        if (end == std::string_view::npos) return parts;
        text.remove_prefix(end + 1);
    }
}

// No sign, no leading zero: a browser takes one for octal.
bool is_number(std::string_view text, int least, int most) {
    int number = -1;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool whole = fault == std::errc() && end == text.data() + text.size() && is_digit(text.front());
    return whole && number >= least && number <= most && (text.size() == 1 || text.front() != '0');
}

bool is_port(std::string_view text) {
    while (text.size() > 1 && text.front() == '0') text.remove_prefix(1);
    return text.empty() || is_number(text, 1, std::numeric_limits<std::uint16_t>::max());
}

bool is_ipv4(std::string_view text) {
    const auto parts = split(text, '.');
    return parts.size() == 4 &&
           std::all_of(parts.begin(), parts.end(), [](auto part) { return !part.empty() && is_number(part, 0, 255); });
}

// RFC 4291 section 2.2: eight groups, of which one run of zeros may be `::`, and the last two may be an IPv4 address.
bool is_ipv6(std::string_view text) {
    const auto gap = text.find("::");
    if (gap != std::string_view::npos && text.find("::", gap + 1) != std::string_view::npos) return false;
    std::size_t groups = 0;
    const auto fits = [&groups](std::string_view part, bool last) {
        const auto pieces = split(part, ':');
        for (std::size_t i = 0; i < pieces.size(); ++i) {
            const bool is_last = last && i + 1 == pieces.size();
            if (is_last && pieces[i].find('.') != std::string_view::npos) {
                if (!is_ipv4(pieces[i])) return false;
                groups += 2;
                continue;
            }
            const bool group = !pieces[i].empty() && pieces[i].size() <= 4 &&
                               std::all_of(pieces[i].begin(), pieces[i].end(), is_hexadecimal);
            if (!group) return false;
            ++groups;
        }
        return true;
    };
    if (gap == std::string_view::npos) return fits(text, true) && groups == 8;
    const auto before = text.substr(0, gap);
    const auto after = text.substr(gap + 2);
    return (before.empty() || fits(before, false)) && (after.empty() || fits(after, true)) && groups < 8;
}

// Letters that a name can have: none of the spaces, signs and forms that IDNA (RFC 5892) leaves out or maps away. Only
// whole blocks are looked at.
bool is_name_character(char32_t c) {
    const bool latin_sign = c < 0xDF || c == 0xF7;
    const bool sign = (c >= 0x2000 && c <= 0x2BFF) || (c >= 0x2E00 && c <= 0x2E7F) || (c >= 0x3000 && c <= 0x3004);
    const bool form = (c >= 0xFB00 && c <= 0xFE1F) || (c >= 0xFE30 && c <= 0xFFFF);
    const bool nobodys = (c >= 0xD800 && c <= 0xF8FF) || (c >= 0xE0000 && c <= 0x10FFFF);
    return !latin_sign && !sign && !form && !nobodys && c <= 0x10FFFF;
}

// RFC 3492 section 6.2: the characters that a label in the form `xn--...` adds to its ASCII part; nothing where it is
// none.
std::optional<std::vector<char32_t>> punycode_characters(std::string_view text) {
    constexpr std::uint32_t kBase = 36, kMin = 1, kMax = 26, kSkew = 38, kDamp = 700;
    const auto hyphen = text.rfind('-');
    std::uint32_t length = hyphen == std::string_view::npos ? 0 : static_cast<std::uint32_t>(hyphen);
    if (hyphen != std::string_view::npos) text.remove_prefix(hyphen + 1);
    std::vector<char32_t> added;
    std::uint32_t code = 0x80, bias = 72, at = 0;
    for (std::size_t next = 0; next < text.size();) {
        const std::uint32_t began = at;
        std::uint64_t weight = 1;
        std::uint64_t delta = at;
        for (std::uint32_t k = kBase;; k += kBase) {
            if (next == text.size()) return std::nullopt;
            const char c = text[next++];
            const auto digit = static_cast<std::uint32_t>(is_digit(c) ? c - '0' + 26 : (c | 0x20) - 'a');
            delta += digit * weight;
            if (delta > std::numeric_limits<std::uint32_t>::max()) return std::nullopt;
            const std::uint32_t threshold = k <= bias ? kMin : k >= bias + kMax ? kMax : k - bias;
            if (digit < threshold) break;
            weight *= kBase - threshold;
        }
        ++length;
        std::uint32_t spread = static_cast<std::uint32_t>(delta) - began;
        spread = began == 0 ? spread / kDamp : spread / 2;
        spread += spread / length;
        std::uint32_t steps = 0;
        for (; spread > ((kBase - kMin) * kMax) / 2; steps += kBase) spread /= kBase - kMin;
        bias = steps + (kBase - kMin + 1) * spread / (spread + kSkew);
        code += static_cast<std::uint32_t>(delta / length);
        at = static_cast<std::uint32_t>(delta % length) + 1;
        added.push_back(code);
    }
    return added;
}

bool is_label(std::string_view label) {
    constexpr std::size_t kLongestLabel = 63;
    const auto fits = [](char c) { return is_digit(c) || is_letter(c) || c == '-' || c == '_'; };
    if (label.empty() || label.size() > kLongestLabel || !std::all_of(label.begin(), label.end(), fits)) return false;
    const bool is_encoded =
        label.size() >= 4 && (label[0] | 0x20) == 'x' && (label[1] | 0x20) == 'n' && label.substr(2, 2) == "--";
    if (!is_encoded) return true;
    const auto added = label.find('_') == std::string_view::npos ? punycode_characters(label.substr(4)) : std::nullopt;
    return added && !added->empty() && std::all_of(added->begin(), added->end(), is_name_character);
}

// What browsers read as an IPv4 address, and so refuse where it is none: a last label that is a number.
bool ends_in_number(std::string_view label) {
    if (std::all_of(label.begin(), label.end(), is_digit)) return true;
    const bool prefixed = label.size() >= 2 && label[0] == '0' && (label[1] | 0x20) == 'x';
    return prefixed && std::all_of(label.begin() + 2, label.end(), is_hexadecimal);
}

bool is_host(std::string_view text) {
    constexpr std::size_t kLongestHost = 253;
    if (text.starts_with('[')) return text.ends_with(']') && is_ipv6(text.substr(1, text.size() - 2));
    if (text.ends_with('.')) text.remove_suffix(1);
    if (text.empty() || text.size() > kLongestHost || text.front() == '-' || text == "http" || text == "https")
        return false;
    const auto labels = split(text, '.');
    if (ends_in_number(labels.back())) return is_ipv4(text);
    return std::all_of(labels.begin(), labels.end(), is_label);
}

// The scheme and the host: what stands before the path.
std::size_t end_of_authority(std::string_view address) {
    const auto host = address.find("//");
    const auto end = host == std::string_view::npos ? host : address.find_first_of("/?#", host + 2);
    return std::min(end, address.size());
}

}  // namespace

bool is_web_address(std::string_view text) {
    const bool plain = text.starts_with("http://");
    if (!plain && !text.starts_with("https://")) return false;
    if (!is_written_right(text)) return false;
    const auto host = text.find("//") + 2;
    const auto authority = text.substr(host, end_of_authority(text) - host);
    const auto behind = authority.find(']');
    const auto colon = authority.find(':', behind == std::string_view::npos ? 0 : behind);
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

std::string as_uri(std::string_view text) {
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    const auto path = text.starts_with("http") ? end_of_authority(text) : text.size();
    std::string uri(text.substr(0, path));
    for (auto rest = text.substr(path); !rest.empty();) {
        const auto [code, length] = first_character(rest);
        const auto bytes = rest.substr(0, std::max<std::size_t>(length, 1));
        const bool is_foreign_letter = code >= 0xC0 && code != 0xD7 && is_name_character(std::max(code, U'\u00DF'));
        for (const char c : bytes) {
            const auto byte = static_cast<unsigned char>(c);
            if (is_foreign_letter) {
                uri.append({'%', kDigits[byte >> 4U], kDigits[byte & 15U]});
            } else {
                uri += c;
            }
        }
        rest.remove_prefix(bytes.size());
    }
    return uri;
}

}  // namespace toolkitd::content
