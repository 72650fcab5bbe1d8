#include "content/escaped.h"

#include "content/text_file.h"

namespace toolkitd::content {
namespace {

constexpr std::string_view kDigits = "0123456789abcdef";

void append_bytes(std::string& out, std::string_view bytes) {
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        out.append("\\x").append(1, kDigits[byte >> 4U]).append(1, kDigits[byte & 15U]);
    }
}

bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c <= 0x9F); }

// What begins a line, or turns its direction (Unicode's UAX 9).
bool moves_text(char32_t c) {
    return c == 0x2028 || c == 0x2029 || c == 0x200E || c == 0x200F || c == 0x061C || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2066 && c <= 0x2069);
}

bool is_seen(char32_t c) {
    const bool is_space = c <= 0x20 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200F) ||
                          (c >= 0x2028 && c <= 0x202F) || (c >= 0x205F && c <= 0x206F) || c == 0x3000;
    const bool has_no_width = c == 0xAD || c == 0x034F || c == 0x061C || c == 0x115F || c == 0x1160 || c == 0x17B4 ||
                              c == 0x17B5 || (c >= 0x180B && c <= 0x180F) || c == 0x2800 || c == 0x3164 ||
                              (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF || c == 0xFFA0 ||
                              (c >= 0xE0000 && c <= 0xE0FFF);
    return !is_space && !has_no_width && !is_control(c);
}

}  // namespace

std::string escaped(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        const auto [c, length] = first_character(text);
        const auto bytes = text.substr(0, length == 0 ? 1 : length);
        if (length == 0 || is_control(c) || moves_text(c)) {
            append_bytes(out, bytes);
        } else {
            out += bytes;
        }
        text.remove_prefix(bytes.size());
    }
    return out;
}

std::string shortened(std::string_view text, std::size_t longest) {
    if (text.size() <= longest) return std::string(text);
    const auto is_inside = [&](std::size_t at) { return (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U; };
    std::size_t head = longest / 2;
    std::size_t tail = text.size() - longest / 2;
    while (head > 0 && is_inside(head)) --head;
    while (tail < text.size() && is_inside(tail)) ++tail;
    return std::string(text.substr(0, head)) + " [...] " + std::string(text.substr(tail));
}

bool is_blank(std::string_view text) {
    while (!text.empty()) {
        const auto [c, length] = first_character(text);
        if (length == 0 || is_seen(c)) return false;
        text.remove_prefix(length);
    }
    return true;
}

}  // namespace toolkitd::content
