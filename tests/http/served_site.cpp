#include "http/served_site.h"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "content/load.h"
#include "content/source.h"
#include "http/labels.h"
#include "site/build.h"

namespace toolkitd::testing {
namespace {

std::shared_ptr<const site::Snapshot> build(domain::Catalogue catalogue, const http::ServiceSettings& settings) {
    render::Options options{settings.public_url, std::nullopt, settings.rehearsal, {}, true};
    options.listens_at = settings.listens_at;
    if (!catalogue.regulations.empty()) options.primary_regulation = catalogue.regulations.front().id;
    return site::build(std::move(catalogue), options,
                       {{"/openapi.yaml", "application/yaml", site::Bytes("openapi: 3.1.0\n")},
                        {"/openapi.json", "application/json", site::Bytes("{\"openapi\":\"3.1.0\"}\n")}},
                       at("2026-11-23T00:00:00Z"), http::labeller({settings.public_url}));
}

std::vector<http::Parameter> parameters(std::string_view query) {
    std::vector<http::Parameter> found;
    while (!query.empty()) {
        const auto pair = query.substr(0, query.find('&'));
        query.remove_prefix(std::min(query.size(), pair.size() + 1));
        const auto name = pair.substr(0, pair.find('='));
        found.push_back({std::string(name), std::string(pair.substr(std::min(pair.size(), name.size() + 1)))});
    }
    return found;
}

}  // namespace

domain::Catalogue real_catalogue() {
    const auto files = content::Folder(TOOLKITD_SOURCE_DIR "/config/content").read();
    if (!files) throw std::runtime_error(files.error().sentence);
    auto catalogue = content::load(*files);
    if (!catalogue) throw std::runtime_error(content::to_line(catalogue.error().front()));
    return std::move(*catalogue);
}

ServedSite::ServedSite(domain::Catalogue catalogue, base::TimePoint now, const http::ServiceSettings& settings)
    : clock(now),
      snapshot(build(std::move(catalogue), settings)),
      store(snapshot),
      loads({snapshot->loaded_at(), true, {}, {}}),
      service(store, loads, clock, settings) {}

http::Response ServedSite::get(std::string_view target, std::vector<http::Field> fields) const {
    return ask(http::Method::get, target, std::move(fields));
}

http::Response ServedSite::ask(http::Method method, std::string_view target, std::vector<http::Field> fields) const {
    const auto path = target.substr(0, target.find('?'));
    const auto query = target.substr(std::min(target.size(), path.size() + 1));
    return service.answer({method, path, parameters(query), fields});
}

std::vector<std::pair<std::string, std::string>> fields_of(const http::Response& response) {
    std::vector<std::pair<std::string, std::string>> found(response.fields.begin(), response.fields.end());
    for (auto lines : response.lines) {
        while (!lines.empty()) {
            const auto line = lines.substr(0, lines.find("\r\n"));
            lines.remove_prefix(line.size() + 2);
            const auto colon = line.find(": ");
            found.emplace_back(line.substr(0, colon), line.substr(colon + 2));
        }
    }
    return found;
}

std::string value(const http::Response& response, std::string_view name) {
    for (const auto& [known, text] : fields_of(response)) {
        if (http::equal_names(known, name)) return text;
    }
    return "none";
}

nlohmann::json json(const http::Response& response) { return nlohmann::json::parse(response.content()); }

}  // namespace toolkitd::testing
