#include "render/web_address.h"

namespace toolkitd::render {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool take(std::string_view& text, std::string_view scheme) {
    if (text.size() <= scheme.size()) return false;
    for (std::size_t i = 0; i < scheme.size(); ++i) {
        if (lower(text[i]) != scheme[i]) return false;
    }
    text.remove_prefix(scheme.size());
    return true;
}

}  // namespace

std::string comparable_address(std::string_view address) {
    const bool secure = take(address, "https://");
    if (!secure && !take(address, "http://")) return {};
    address = address.substr(0, address.find_first_of("?#"));
    while (address.ends_with('/')) address.remove_suffix(1);
    std::string host(address.substr(0, address.find('/')));
    const std::string_view path = address.substr(host.size());
    for (char& c : host) c = lower(c);
    const std::string_view port = secure ? ":443" : ":80";
    if (host.ends_with(port)) host.resize(host.size() - port.size());
    return host.empty() ? host : host.append(path);
}

std::string percent_encoded(std::string_view text) {
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    std::string encoded;
    for (const char c : text) {
        const bool unreserved = is_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' || c == '~';
        if (unreserved) {
            encoded += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        encoded.append({'%', kDigits[byte >> 4U], kDigits[byte & 15U]});
    }
    return encoded;
}

}  // namespace toolkitd::render
