#include "http/target.h"

#include <httplib.h>

#include <algorithm>

#include "http/percent.h"

namespace toolkitd::http {
namespace {

// Values without a name are none.
void read_query(std::string_view query, std::vector<Parameter>& into) {
    while (!query.empty()) {
        const auto pair = query.substr(0, query.find('&'));
        query.remove_prefix(std::min(query.size(), pair.size() + 1));
        const auto name = pair.substr(0, pair.find('='));
        const auto value = pair.substr(std::min(pair.size(), name.size() + 1));
        if (!name.empty()) into.push_back({form_decoded(name), form_decoded(value)});
    }
}

}  // namespace

void read_target(std::string_view target, Target& into) {
    const auto path = target.substr(0, target.find('?'));
    into.path = path.empty() ? "/" : path;  // RFC 9110 section 4.2.3
    into.query.clear();
    if (path.find('%') != std::string_view::npos) {
        into.decoded = percent_decoded(path);
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
        case 410: return "Gone";
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
