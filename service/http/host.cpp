#include "http/host.h"

#include <arpa/inet.h>

#include <algorithm>
#include <array>

#include "http/syntax.h"

namespace toolkitd::http {
namespace {

// unreserved / sub-delims; a table, for every byte of every Host is looked up.
constexpr auto kPlain = [] {
    std::array<bool, 256> plain{};
    for (const char c :
         std::string_view("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;="))
        plain[static_cast<unsigned char>(c)] = true;
    return plain;
}();

bool is_plain(char c) { return kPlain[static_cast<unsigned char>(c)]; }

bool is_name(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (is_plain(text[i])) continue;
        if (text[i] != '%' || text.size() - i < 3 || !is_hex(text[i + 1]) || !is_hex(text[i + 2])) return false;
        i += 2;
    }
    return true;
}

bool is_ipv6(std::string_view text) {
    std::array<char, INET6_ADDRSTRLEN> terminated{};
    in6_addr address;
    if (text.size() >= terminated.size() || text.find('\0') != std::string_view::npos) return false;
    std::copy(text.begin(), text.end(), terminated.begin());
    return inet_pton(AF_INET6, terminated.data(), &address) == 1;
}

// IPvFuture: "v", a version in hexadecimal, ".", and characters.
bool is_ip_of_the_future(std::string_view text) {
    if (!text.starts_with('v') && !text.starts_with('V')) return false;
    const auto dot = text.find('.');
    if (dot == std::string_view::npos || dot < 2 || dot + 1 == text.size()) return false;
    const auto version = text.substr(1, dot - 1);
    const auto rest = text.substr(dot + 1);
    return std::all_of(version.begin(), version.end(), is_hex) &&
           std::all_of(rest.begin(), rest.end(), [](char c) { return c == ':' || is_plain(c); });
}

bool is_port(std::string_view text) {
    return text.empty() || (text.front() == ':' && std::all_of(text.begin() + 1, text.end(), is_digit));
}

}  // namespace

bool is_host(std::string_view text) {
    if (!text.starts_with('[')) {
        const auto end = std::min(text.find(':'), text.size());
        return is_name(text.substr(0, end)) && is_port(text.substr(end));
    }
    const auto end = text.find(']');
    if (end == std::string_view::npos) return false;
    const auto literal = text.substr(1, end - 1);
    return (is_ipv6(literal) || is_ip_of_the_future(literal)) && is_port(text.substr(end + 1));
}

bool names_host(std::string_view text) { return !text.empty() && text.front() != ':' && is_host(text); }

}  // namespace toolkitd::http
