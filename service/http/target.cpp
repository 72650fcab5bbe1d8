#include "http/target.h"

#include <httplib.h>

#include <algorithm>
#include <utility>

namespace toolkitd::http {
namespace {

// httplib decodes `%u0041` as well, which no standard knows: whoever stands before the service would read another path.
std::string without_u_escapes(std::string_view text) {
    std::string standard;
    for (auto at = text.find("%u"); at != std::string_view::npos; at = text.find("%u")) {
        standard.append(text.substr(0, at)).append("%25u");
        text.remove_prefix(at + 2);
    }
    return standard.append(text);
}

// Pair by pair, for httplib takes two equal ones for one.
void read_query(std::string_view query, std::vector<Parameter>& into) {
    while (!query.empty()) {
        const auto given = query.substr(0, query.find('&'));
        query.remove_prefix(std::min(query.size(), given.size() + 1));
        const std::string pair = without_u_escapes(given);
        httplib::Params read;
        httplib::detail::parse_query_text(pair.data(), pair.size(), read);
        for (auto& [name, value] : read) into.push_back({name, std::move(value)});
    }
}

}  // namespace

void read_target(std::string_view target, Target& into) {
    const auto path = target.substr(0, target.find('?'));
    into.path = path.empty() ? "/" : path;  // RFC 9110 section 4.2.3
    into.query.clear();
    if (path.find('%') != std::string_view::npos) {
        into.decoded = httplib::detail::decode_url(std::string(path), false);
        into.path = into.decoded;
    }
    if (path.size() == target.size()) return;
    read_query(target.substr(path.size() + 1), into.query);
}

// httplib names several of them as RFC 7231 did.
std::string_view reason_phrase(int status) {
    switch (status) {
        case 200: return "OK";
        case 204: return "No Content";
        case 304: return "Not Modified";
        case 307: return "Temporary Redirect";
        case 308: return "Permanent Redirect";
        case 400: return "Bad Request";
        case 404: return "Not Found";
        case 405: return "Method Not Allowed";
        case 408: return "Request Timeout";
        case 412: return "Precondition Failed";
        case 413: return "Content Too Large";
        case 414: return "URI Too Long";
        case 431: return "Request Header Fields Too Large";
        case 500: return "Internal Server Error";
        case 501: return "Not Implemented";
        case 503: return "Service Unavailable";
        case 505: return "HTTP Version Not Supported";
        default: return "";
    }
}

}  // namespace toolkitd::http
