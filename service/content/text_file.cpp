#include "content/text_file.h"

#include <algorithm>
#include <cstdint>

namespace toolkitd::content {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

std::string normalised(std::string_view bytes) {
    if (bytes.starts_with(kByteOrderMark)) bytes.remove_prefix(kByteOrderMark.size());
    std::string text;
    text.reserve(bytes.size());
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const bool pair = bytes[i] == '\r' && i + 1 < bytes.size() && bytes[i + 1] == '\n';
        if (!pair) text.push_back(bytes[i] == '\r' ? '\n' : bytes[i]);
    }
    return text;
}

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

// What the first byte of a character says: how long it is, and the range that its second byte must be in.
struct Lead {
    std::size_t length;
    unsigned char second_min = 0x80;
    unsigned char second_max = 0xBF;
};

std::optional<Lead> lead(unsigned char byte) {
    if (byte < 0x80) return Lead{1};
    if (byte >= 0xC2 && byte <= 0xDF) return Lead{2};
    if (byte == 0xE0) return Lead{3, 0xA0, 0xBF};
    if (byte == 0xED) return Lead{3, 0x80, 0x9F};
    if (byte >= 0xE1 && byte <= 0xEF) return Lead{3};
    if (byte == 0xF0) return Lead{4, 0x90, 0xBF};
    if (byte >= 0xF1 && byte <= 0xF3) return Lead{4};
    if (byte == 0xF4) return Lead{4, 0x80, 0x8F};
    return std::nullopt;
}

bool holds_character(std::string_view text, const Lead& lead) {
    if (text.size() < lead.length) return false;
    if (lead.length == 1) return true;
    const auto second = static_cast<unsigned char>(text[1]);
    if (second < lead.second_min || second > lead.second_max) return false;
    const auto rest = text.substr(2, lead.length - 2);
    return std::all_of(rest.begin(), rest.end(), is_continuation);
}

// U+0080 to U+009F: a terminal may take them for commands.
std::size_t find_c1(std::string_view text) {
    for (auto at = text.find('\xC2'); at != std::string_view::npos; at = text.find('\xC2', at + 1)) {
        if (at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) < 0xA0) return at;
    }
    return std::string_view::npos;
}

}  // namespace

TextFile::TextFile(const File& file) : path_(file.path), text_(normalised(file.bytes)), line_starts_{0} {
    for (std::size_t i = 0; i < text_.size(); ++i) {
        if (text_[i] == '\n') line_starts_.push_back(i + 1);
    }
}

Mark TextFile::mark_at(std::size_t offset) const {
    const auto next = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
    const auto line = static_cast<std::size_t>(next - line_starts_.begin());
    return {static_cast<int>(line), static_cast<int>(offset - line_starts_[line - 1]) + 1};
}

int TextFile::column_in_characters(Mark mark) const {
    if (mark.line < 1 || static_cast<std::size_t>(mark.line) > line_starts_.size() || mark.column < 1) return 0;
    const auto bytes = static_cast<std::size_t>(mark.column - 1);
    const auto before = text().substr(line_starts_[static_cast<std::size_t>(mark.line) - 1], bytes);
    return 1 +
           static_cast<int>(std::count_if(before.begin(), before.end(), [](char c) { return !is_continuation(c); }));
}

Character first_character(std::string_view text) {
    if (text.empty()) return {};
    const auto first = static_cast<unsigned char>(text.front());
    const auto found = lead(first);
    if (!found || !holds_character(text, *found)) return {};
    if (found->length == 1) return {first, 1};
    char32_t code = first & (0x7FU >> found->length);
    for (const char c : text.substr(1, found->length - 1))
        code = (code << 6U) | (static_cast<unsigned char>(c) & 0x3FU);
    return {code, found->length};
}

std::optional<std::size_t> find_invalid_utf8(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const auto found = lead(static_cast<unsigned char>(text[i]));
        if (!found || !holds_character(text.substr(i), *found)) return i;
        i += found->length;
    }
    return std::nullopt;
}

std::optional<std::size_t> find_control_character(std::string_view text) {
    const auto is_control = [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (byte < 0x20 && c != '\t' && c != '\n') || byte == 0x7F;
    };
    const auto control = static_cast<std::size_t>(std::find_if(text.begin(), text.end(), is_control) - text.begin());
    const auto found = std::min({control, find_c1(text), text.find("\xEF\xBF\xBE"), text.find("\xEF\xBF\xBF")});
    return found < text.size() ? std::optional(found) : std::nullopt;
}

}  // namespace toolkitd::content
