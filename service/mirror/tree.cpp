#include "mirror/tree.h"

#include <nlohmann/json.hpp>

#include "base/hash.h"
#include "mirror/nginx.h"

namespace toolkitd::mirror {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kFormat = "toolkitd-mirror";
constexpr int kVersion = 1;

Json instant_json(const Recording& recording, std::size_t edition) {
    if (edition == 0 || edition > recording.switches.size()) return nullptr;
    return base::rfc3339(recording.switches[edition - 1]);
}

Json editions_json(const Recording& recording) {
    Json list = Json::array();
    for (std::size_t i = 0; i < recording.editions(); ++i) {
        list.push_back({{"from", instant_json(recording, i)}, {"until", instant_json(recording, i + 1)}});
    }
    return list;
}

const char* name_of(std::size_t coding) {
    constexpr std::array kNames{"identity", "gzip", "br"};
    return kNames[coding];
}

Json bodies_json(const Answer& answer) {
    Json bodies = Json::object();
    for (std::size_t i = 0; i < site::kCodings; ++i) {
        const Body& body = answer.bodies[i];
        if (!body.bytes) continue;
        Json each = {{"file", "bodies/" + body.hash}, {"hash", body.hash}, {"bytes", body.bytes->view().size()}};
        if (answer.status == 200) each["tag"] = '"' + body.hash + '"';
        bodies[name_of(i)] = std::move(each);
    }
    return bodies;
}

Json answer_json(const Answer& answer) {
    Json headers = Json::object();
    for (const auto& [name, value] : answer.fields) headers[name] = value;
    if (!answer.vary.empty()) headers["Vary"] = answer.vary;
    if (answer.last_modified) headers["Last-Modified"] = base::http_date(*answer.last_modified);
    return {{"status", answer.status},
            {"media_type", headers.contains("Content-Type") ? headers["Content-Type"] : Json(nullptr)},
            {"headers", std::move(headers)},
            {"bodies", bodies_json(answer)}};
}

Json places_json(const Recording& recording) {
    Json list = Json::array();
    for (const auto& place : recording.places) {
        Json each = {{"path", place.path}, {"language", tag_of(place.language)}};
        if (place.linked_data) each["accept"] = "application/ld+json";
        each["editions"] = {place.first, place.last};
        each["answer"] = place.answer;
        list.push_back(std::move(each));
    }
    return list;
}

Json moved_json(const Recording& recording) {
    Json list = Json::array();
    for (const auto& moved : recording.moved) list.push_back(Json(moved));
    return list;
}

}  // namespace

std::string manifest_json(const Recording& recording, const Tree& files) {
    Json common = Json::object();
    for (const auto& [name, value] : recording.common) common[name] = value;
    Json answers = Json::array();
    for (const auto& answer : recording.answers) answers.push_back(answer_json(answer));
    Json others = Json::object();
    for (const auto& [name, bytes] : files) {
        if (!name.starts_with("bodies/")) others[name] = base::fingerprint(bytes->view());
    }
    const Json manifest = {{"format", kFormat},
                           {"version", kVersion},
                           {"content_revision", recording.revision},
                           {"public_url", recording.settings.public_url},
                           {"editions", editions_json(recording)},
                           {"headers", std::move(common)},
                           {"places", places_json(recording)},
                           {"moved", moved_json(recording)},
                           {"answers", std::move(answers)},
                           {"files", std::move(others)}};
    return manifest.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::optional<std::map<std::string, std::string>> files_of(const std::string& manifest) {
    try {
        const auto json = Json::parse(manifest);
        if (json.at("format") != kFormat) return std::nullopt;
        auto files = json.at("files").get<std::map<std::string, std::string>>();
        for (const auto& answer : json.at("answers")) {
            for (const auto& body : answer.at("bodies")) files.emplace(body.at("file"), body.at("hash"));
        }
        return files;
    } catch (const Json::exception&) {
        return std::nullopt;
    }
}

Tree tree_of(const Recording& recording, const base::Zone& zone) {
    Tree tree;
    for (const auto& answer : recording.answers) {
        for (const auto& body : answer.bodies) {
            if (body.bytes) tree.emplace("bodies/" + body.hash, body.bytes);
        }
    }
    tree.emplace("nginx/maps.conf", std::make_shared<const site::Bytes>(maps_conf(recording, zone)));
    tree.emplace("nginx/server.conf", std::make_shared<const site::Bytes>(server_conf(recording)));
    tree.emplace(kManifest, std::make_shared<const site::Bytes>(manifest_json(recording, tree)));
    return tree;
}

}  // namespace toolkitd::mirror
