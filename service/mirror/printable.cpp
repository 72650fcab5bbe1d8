#include "mirror/printable.h"

namespace toolkitd::mirror {

std::string printable(std::string_view bytes) {
    constexpr std::size_t kLongest = 300;
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text;
    for (const char c : bytes.substr(0, kLongest)) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x20 && byte < 0x7f && c != '\\') {
            text += c;
        } else {
            text.append("\\x").append(1, kDigits[byte >> 4U]).append(1, kDigits[byte & 15U]);
        }
    }
    return bytes.size() > kLongest ? text + "..." : text;
}

}  // namespace toolkitd::mirror
