#include "http/field_name.h"

#include <algorithm>
#include <array>

namespace toolkitd::http {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

FieldName either(std::string_view text, std::string_view known, FieldName name,
                 FieldName otherwise = FieldName::other) {
    return equal_without_case(text, known) ? name : otherwise;
}

}  // namespace

bool equal_without_case(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return lower(x) == lower(y); });
}

// By the first letter first, for it is asked of every field that the service does not act on.
bool is_of_proxies(std::string_view name) {
    static constexpr auto kNames = std::to_array<std::string_view>(
        {"CDN-Loop", "CF-Connecting-IP", "CF-Ray", "Client-IP", "Fastly-Client-IP", "Forwarded", "Forwarded-For",
         "True-Client-IP", "Via", "X-Client-IP", "X-Cluster-Client-IP", "X-Envoy-External-Address",
         "X-Original-Forwarded-For", "X-ProxyUser-IP", "X-Real-IP", "X-Varnish"});
    constexpr std::string_view kForwarded = "X-Forwarded";
    if (name.empty() || std::string_view("cftvx").find(lower(name.front())) == std::string_view::npos) return false;
    if (equal_names(name.substr(0, kForwarded.size()), kForwarded)) return true;
    return std::any_of(kNames.begin(), kNames.end(), [&](std::string_view known) { return equal_names(name, known); });
}

// By length first: a browser sends a dozen fields that are none of these.
FieldName field_name(std::string_view text) {
    switch (text.size()) {
        case 4: return either(text, "Host", FieldName::host);
        case 6: return either(text, "Accept", FieldName::accept, either(text, "Expect", FieldName::expect));
        case 8: return either(text, "If-Match", FieldName::if_match);
        case 10: return either(text, "Connection", FieldName::connection);
        case 11: return either(text, "Traceparent", FieldName::traceparent);
        case 13: return either(text, "If-None-Match", FieldName::if_none_match);
        case 14: return either(text, "Content-Length", FieldName::content_length);
        case 15:
            return either(text, "Accept-Encoding", FieldName::accept_encoding,
                          either(text, "Accept-Language", FieldName::accept_language));
        case 17:
            return either(text, "Transfer-Encoding", FieldName::transfer_encoding,
                          either(text, "If-Modified-Since", FieldName::if_modified_since));
        case 19: return either(text, "If-Unmodified-Since", FieldName::if_unmodified_since);
        default: return FieldName::other;
    }
}

}  // namespace toolkitd::http
