#include "render/status.h"

#include <nlohmann/json.hpp>

#include "render/notice.h"
#include "render/values.h"
#include "render/wording.h"

namespace toolkitd::render {
namespace {

Json next_change(const std::optional<domain::NextChange>& next) {
    if (!next) return nullptr;
    return {
        {"at", base::rfc3339(next->at)}, {"status", domain::word(next->status)}, {"basis", domain::word(next->basis)}};
}

Json limits(const std::vector<domain::Limit>& limits) {
    Json list = Json::array();
    for (const auto& limit : limits) {
        list.push_back({{"event", limit.event},
                        {"kind", domain::word(limit.kind)},
                        {"since", base::rfc3339(limit.since)},
                        {"until", to_json(limit.until)},
                        {"places", limit.scope.places},
                        {"provisions", limit.scope.provisions}});
    }
    return list;
}

Json reason(const domain::Status& status, Language language) {
    return {{"code", domain::word(status.reason)},
            {"text", reason_text(status, language)},
            {"event", to_json(status.reason_event)}};
}

Json basis_note(const domain::Status& status, const domain::Regulation& regulation, Language language) {
    if (status.basis != domain::Basis::convention) return nullptr;
    return convention_text(regulation.zone.name(), language);
}

Json statuses(const domain::Notice& notice) {
    Json list = Json::array();
    for (const auto status : notice.statuses) list.push_back(domain::word(status));
    return list;
}

}  // namespace

Json status_flag(const View& view, const domain::Regulation& regulation) {
    const domain::Status& status = *view.status(regulation.id);
    const std::string path = "/v1/regulations/" + regulation.id;
    return {{"id", regulation.id},
            {"status", domain::word(status.kind)},
            {"in_effect", status.in_effect ? Json(*status.in_effect) : Json(nullptr)},
            {"since", to_json(status.since)},
            {"effective_date", status.effective ? Json(iso_day(status.effective->day)) : Json(nullptr)},
            {"next_change", next_change(status.next_change)},
            {"reason", reason(status, view.language())},
            {"basis", status.basis ? Json(domain::word(*status.basis)) : Json(nullptr)},
            {"basis_note", basis_note(status, regulation, view.language())},
            {"time_zone", regulation.zone.name()},
            {"limits", limits(status.limits)},
            {"links", {{"self", view.url(path + "/status")}, {"regulation", view.url(path)}}}};
}

Json notice(const View& view, const domain::Regulation* regulation, std::optional<std::string_view> toolkit) {
    const auto* found = view.notice(regulation, toolkit);
    if (!found) return nullptr;
    const auto [text, language] = notice_text(view, *found);
    return {{"id", found->id},
            {"provenance", domain::word(found->provenance)},
            {"statuses", statuses(*found)},
            {"language", language},
            {"text", to_json(text)},
            {"links", to_json(text.links)}};
}

Json status_data(const View& view, const domain::Regulation& regulation) {
    Json data = status_flag(view, regulation);
    const Json links = data["links"];
    data.erase("links");
    data["notice"] = notice(view, &regulation, std::nullopt);
    data["links"] = links;
    return data;
}

}  // namespace toolkitd::render
