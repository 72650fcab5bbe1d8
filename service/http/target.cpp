#include "http/target.h"

#include <httplib.h>

#include <algorithm>
#include <utility>

namespace toolkitd::http {

void read_target(std::string_view target, Target& into) {
    const auto path = target.substr(0, target.find('?'));
    into.path = path;
    into.query.clear();
    if (path.find('%') != std::string_view::npos) {
        into.decoded = httplib::detail::decode_url(std::string(path), false);
        into.path = into.decoded;
    }
    if (path.size() == target.size()) return;
    const auto query = target.substr(path.size() + 1);
    httplib::Params parameters;
    httplib::detail::parse_query_text(query.data(), query.size(), parameters);
    for (auto& [name, value] : parameters) into.query.push_back({name, std::move(value)});
}

std::string_view reason_phrase(int status) { return httplib::status_message(status); }

}  // namespace toolkitd::http
