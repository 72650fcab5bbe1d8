#include "render/health.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "render/json.h"

namespace toolkitd::render {
namespace {

constexpr std::size_t kMostFaults = 20;

const char* outcome(bool passes) { return passes ? "pass" : "fail"; }

const char* outcome(const Health& health) {
    const bool warns = !health.load.passes || !health.upkeep.passes() || health.lacks_primary;
    return health.passes() && warns ? "warn" : outcome(health.passes());
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

Json files_check(const UpkeepCheck& upkeep) {
    Json json = {{"componentId", "content"},
                 {"componentType", "component"},
                 {"status", upkeep.waits_for.empty() ? "pass" : "warn"},
                 {"time", base::rfc3339(upkeep.looked_at)}};
    if (upkeep.waits_for.empty()) return json;
    json["output"] = "waiting for " + upkeep.waits_for;
    if (upkeep.waits_since) json["since"] = base::rfc3339(*upkeep.waits_since);
    return json;
}

Json attempt_check(const AttemptCheck& attempt, const char* of) {
    Json json = {{"componentId", of},
                 {"componentType", "component"},
                 {"status", attempt.fault.empty() ? "pass" : "warn"},
                 {"time", base::rfc3339(attempt.at)}};
    if (!attempt.fault.empty()) json["output"] = attempt.fault;
    return json;
}

Json primary_check(base::Instant time) {
    return {
        {"componentId", "primary_regulation"},
        {"componentType", "component"},
        {"status", "warn"},
        {"time", base::rfc3339(time)},
        {"output", "several regulations are shown and primary_regulation is not set: /v1/regulation-status is 404"}};
}

Json checks(const Health& health) {
    Json checks = {{"content:load", Json::array({load_check(health.load)})},
                   {"content:files", Json::array({files_check(health.upkeep)})},
                   {"settings:load", Json::array({attempt_check(health.upkeep.settings, "settings")})}};
    if (health.upkeep.state) {
        checks["content:state"] = Json::array({attempt_check(*health.upkeep.state, "state_dir")});
    }
    if (health.lacks_primary) checks["settings:primary_regulation"] = Json::array({primary_check(health.time)});
    for (const auto& check : health.statuses) {
        checks["regulation:" + check.regulation] = Json::array({status_check(check, health.time)});
    }
    return checks;
}

Json notes(const Health& health) {
    Json notes = Json::array();
    if (health.rehearsal) notes.push_back("This is a rehearsal: the clock was set by hand and is not the real time.");
    if (health.upkeep.kept) {
        notes.push_back("The content is what passed before and was kept at " + base::rfc3339(*health.upkeep.kept) +
                        ": the present content was not loaded when the service started.");
    }
    return notes;
}

}  // namespace

bool UpkeepCheck::passes() const {
    return waits_for.empty() && settings.fault.empty() && (!state || state->fault.empty()) && !kept;
}

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
        {"looked_at", base::rfc3339(health.upkeep.looked_at)},
        {"time", base::rfc3339(health.time)},
        {"rehearsal", health.rehearsal},
        {"checks", checks(health)}};
    return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
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
