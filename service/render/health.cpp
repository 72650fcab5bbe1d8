#include "render/health.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "render/json.h"

namespace toolkitd::render {
namespace {

constexpr std::size_t kMostFaults = 20;

const char* outcome(bool passes) { return passes ? "pass" : "fail"; }

const char* outcome(const Health& health) {
    return health.passes() && !health.load.passes ? "warn" : outcome(health.passes());
}

Json word_or_null(const std::optional<domain::StatusKind>& status) {
    return status ? Json(domain::word(*status)) : Json(nullptr);
}

Json status_check(const StatusCheck& check, base::Instant time) {
    Json json = {{"componentId", check.regulation},
                 {"componentType", "component"},
                 {"observedValue", word_or_null(check.served)},
                 {"served", word_or_null(check.served)},
                 {"demanded", word_or_null(check.demanded)},
                 {"seconds_to_next_switch", check.to_next_switch ? Json(check.to_next_switch->count()) : Json(nullptr)},
                 {"status", outcome(check.passes())},
                 {"time", base::rfc3339(time)}};
    if (!check.passes()) {
        json["output"] = "the status served is not the one that the events and the clock demand";
    }
    return json;
}

Json load_check(const LoadCheck& load) {
    Json json = {{"componentId", "content"},
                 {"componentType", "component"},
                 {"status", load.passes ? "pass" : "warn"},
                 {"time", base::rfc3339(load.at)}};
    if (load.passes) return json;
    json["output"] = load.sentence;
    json["faults"] =
        Json(std::vector(load.faults.begin(),
                         load.faults.begin() + static_cast<std::ptrdiff_t>(std::min(load.faults.size(), kMostFaults))));
    return json;
}

Json checks(const Health& health) {
    Json checks = {{"content:load", Json::array({load_check(health.load)})}};
    for (const auto& check : health.statuses) {
        checks["regulation:" + check.regulation] = Json::array({status_check(check, health.time)});
    }
    return checks;
}

Json notes(const Health& health) {
    Json notes = Json::array();
    if (health.rehearsal) notes.push_back("This is a rehearsal: the clock was set by hand and is not the real time.");
    return notes;
}

}  // namespace

bool Health::passes() const {
    return std::all_of(statuses.begin(), statuses.end(), [](const StatusCheck& check) { return check.passes(); });
}

std::string health_json(const Health& health) {
    const Json json = {
        {"status", outcome(health)},
        {"version", health.build.version},
        {"releaseId", health.build.commit},
        {"serviceId", "toolkitd"},
        {"description", "Whether the status served of each regulation is the one that the clock demands"},
        {"notes", notes(health)},
        {"content_revision", health.content_revision},
        {"loaded_at", base::rfc3339(health.loaded_at)},
        {"time", base::rfc3339(health.time)},
        {"rehearsal", health.rehearsal},
        {"checks", checks(health)}};
    return json.dump() + "\n";
}

std::optional<std::string> status_of_health(std::string_view json) {
    const auto health = Json::parse(json, nullptr, false);
    const auto status = health.is_object() ? health.value("status", Json()) : Json();
    for (const char* word : {"pass", "warn", "fail"}) {
        if (status == word) return word;
    }
    return std::nullopt;
}

std::string passing_json(bool passes) { return Json{{"status", outcome(passes)}}.dump() + "\n"; }

std::string version_json(const Build& build, const std::string& content_revision) {
    const Json json = {{"name", "toolkitd"},
                       {"version", build.version},
                       {"commit", build.commit},
                       {"content_revision", content_revision}};
    return json.dump() + "\n";
}

}  // namespace toolkitd::render
