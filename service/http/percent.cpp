#include "http/percent.h"

#include <algorithm>
#include <charconv>

namespace toolkitd::http {
namespace {

constexpr std::size_t kDigits = 2;

// Takes an escape off the front of the text. False where there is none.
bool take_escape(std::string_view& text, char& byte) {
    if (text.size() <= kDigits || text.front() != '%') return false;
    unsigned char value = 0;
    const char* begin = text.data() + 1;
    const auto read = std::from_chars(begin, begin + kDigits, value, 16);
    if (read.ec != std::errc{} || read.ptr != begin + kDigits) return false;
    byte = static_cast<char>(value);
    text.remove_prefix(1 + kDigits);
    return true;
}

}  // namespace

std::string percent_decoded(std::string_view text) {
    std::string decoded;
    decoded.reserve(text.size());
    while (!text.empty()) {
        char next = text.front();
        if (!take_escape(text, next)) text.remove_prefix(1);
        decoded += next;
    }
    return decoded;
}

std::string form_decoded(std::string_view text) {
    std::string spaced(text);
    std::replace(spaced.begin(), spaced.end(), '+', ' ');
    return percent_decoded(spaced);
}

}  // namespace toolkitd::http
