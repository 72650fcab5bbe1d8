#include "mirror/asking.h"

#include <utility>

#include "http/target.h"

namespace toolkitd::mirror {
namespace {

void add_lines(std::string_view lines, Fields& fields) {
    while (!lines.empty()) {
        const auto end = lines.find("\r\n");
        const auto line = lines.substr(0, end);
        const auto colon = line.find(": ");
        fields.emplace_back(line.substr(0, colon), line.substr(colon + 2));
        lines.remove_prefix(end + 2);
    }
}

}  // namespace

Asking::Asking(std::shared_ptr<const site::Snapshot> snapshot, const Settings& settings)
    : store_(std::move(snapshot)),
      loads_({store_.current()->loaded_at(), true, {}, {}}),
      service_(store_, loads_, clock_, {settings.cache, settings.public_url, false, {}}) {}

http::Response Asking::get(std::string_view target, base::Instant at, std::vector<http::Field> fields) {
    clock_.set(at);
    http::Target read;
    http::read_target(target, read);
    return service_.answer({http::Method::get, read.path, std::move(read.query), fields});
}

http::Response Asking::other(std::vector<http::Field> fields) {
    return service_.answer({http::Method::other, "/v1", {}, fields});
}

Fields fields_of(const http::Response& response) {
    Fields fields(response.fields.begin(), response.fields.end());
    for (const auto lines : response.lines) add_lines(lines, fields);
    return fields;
}

std::string_view value_of(const Fields& fields, std::string_view name) {
    for (const auto& [each, value] : fields) {
        if (each == name) return value;
    }
    return {};
}

}  // namespace toolkitd::mirror
