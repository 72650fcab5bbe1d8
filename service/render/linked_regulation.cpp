#include "render/linked_regulation.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>

#include "render/known.h"
#include "render/paths.h"
#include "render/values.h"

namespace toolkitd::render {
namespace {

using domain::Regulation;
using domain::StatusKind;

// A term of schema.org's LegalForceStatus; nothing while the status is unknown.
std::optional<std::string_view> legal_force(StatusKind kind) {
    switch (kind) {
        case StatusKind::effective: return "InForce";
        case StatusKind::partially_effective: return "PartiallyInForce";
        case StatusKind::proposed:
        case StatusKind::pending:
        case StatusKind::delayed:
        case StatusKind::stayed:
        case StatusKind::enjoined:
        case StatusKind::vacated:
        case StatusKind::withdrawn:
        case StatusKind::superseded: return "NotInForce";
        case StatusKind::unknown: break;
    }
    return std::nullopt;
}

Json document(const domain::Document& document) {
    Json node = {{"@type", "Legislation"}, {"name", document.title}};
    if (document.citation) node["legislationIdentifier"] = *document.citation;
    if (document.href) node["url"] = *document.href;
    node["datePublished"] = iso_day(document.published);
    return node;
}

bool corrects(const domain::Event& event, const domain::Document& document) {
    const auto& ids = event.documents;
    return event.kind == domain::EventKind::corrected && std::count(ids.begin(), ids.end(), document.id) > 0;
}

Json corrections(const Regulation& regulation, const KnownEvents& known) {
    Json list = Json::array();
    for (const auto& each : regulation.documents) {
        const auto is_correction = [&](const domain::Event* event) { return corrects(*event, each); };
        if (std::any_of(known.begin(), known.end(), is_correction)) list.push_back(document(each));
    }
    return list;
}

// What it replaces, and what it adopts as final with or without changes: schema.org has one property for both.
Json changed(const Regulation& regulation) {
    Json list = Json::array();
    for (const auto* citations : {&regulation.replaces, &regulation.finalizes}) {
        for (const auto& citation : *citations) {
            list.push_back({{"@type", "Legislation"}, {"legislationIdentifier", citation}});
        }
    }
    return list;
}

void identify(Json& list, std::string_view name, const std::optional<std::string>& value) {
    if (value) list.push_back({{"@type", "PropertyValue"}, {"propertyID", name}, {"value", *value}});
}

Json identifiers(const Regulation& regulation, const domain::Document* own) {
    Json list = Json::array();
    identify(list, "RIN", regulation.rin);
    identify(list, "Docket", regulation.docket);
    if (own) identify(list, "Federal Register document number", own->document_number);
    return list;
}

void add_own_document(Json& node, const domain::Document* own) {
    if (!own) return;
    if (own->citation) node["legislationIdentifier"] = *own->citation;
    node["legislationType"] = own->kind;
    node["datePublished"] = iso_day(own->published);
    if (own->href) node["url"] = *own->href;
}

void add_lists(Json& node, const Regulation& regulation, const KnownEvents& known) {
    const auto add = [](Json& to, const char* name, Json list) {
        if (!list.empty()) to[name] = std::move(list);
    };
    add(node, "identifier", identifiers(regulation, own_document(regulation, known)));
    add(node, "legislationChanges", changed(regulation));
    Json others;
    add(others, "legislationCorrects", corrections(regulation, known));
    add(node, "@reverse", others);
}

}  // namespace

Json linked_rule(const View& view, const Regulation& regulation) {
    Json node = {{"@type", "Legislation"},
                 {"@id", view.url(item_path("/v1/regulations", regulation.id))},
                 {"name", regulation.title},
                 {"alternateName", regulation.short_title}};
    if (const auto force = legal_force(view.status(regulation.id)->kind)) {
        node["legislationLegalForce"] = {{"@id", "https://schema.org/" + std::string(*force)}};
    }
    return node;
}

Json linked_regulation(const View& view, const Regulation& regulation) {
    const auto known = known_events(view, regulation);
    Json node = linked_rule(view, regulation);
    if (const auto& effective = view.status(regulation.id)->effective) {
        node["legislationDateOfApplicability"] = iso_day(effective->day);
    }
    node["legislationPassedBy"] = {{"@type", "GovernmentOrganization"}, {"name", regulation.agency}};
    add_own_document(node, own_document(regulation, known));
    add_lists(node, regulation, known);
    if (regulation.summary) node["abstract"] = regulation.summary->plain;
    node["inLanguage"] = regulation.language;
    return node;
}

}  // namespace toolkitd::render
