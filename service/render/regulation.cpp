#include "render/regulation.h"

#include <nlohmann/json.hpp>

#include "render/known.h"
#include "render/paths.h"
#include "render/status.h"
#include "render/values.h"

namespace toolkitd::render {
namespace {

using domain::Event;
using domain::Regulation;

constexpr const char* kList = "/v1/regulations";

Json document(const domain::Document& document) {
    return {{"id", document.id},
            {"kind", document.kind},
            {"title", document.title},
            {"citation", to_json(document.citation)},
            {"document_number", document.document_number},
            {"href", to_json(document.href)},
            {"link_status", link_status(document.href)},
            {"published", iso_day(document.published)},
            {"effective", document.effective ? Json(iso_day(*document.effective)) : Json(nullptr)},
            {"confidence", domain::word(document.confidence)}};
}

Json event(const Event& event) {
    return {{"id", event.id},
            {"kind", domain::word(event.kind)},
            {"announced", to_json(event.announced)},
            {"takes_effect", event.takes_effect ? to_json(*event.takes_effect) : Json(nullptr)},
            {"documents", event.documents},
            {"places", event.scope.places},
            {"provisions", event.scope.provisions},
            {"lifts", to_json(event.lifts)},
            {"note", to_json(event.note)},
            {"confidence", domain::word(event.confidence)}};
}

Json timeline(const KnownEvents& known) {
    Json list = Json::array();
    for (const auto* each : known) list.push_back(event(*each));
    return list;
}

Json documents(const Regulation& regulation, const KnownEvents& known) {
    Json list = Json::array();
    for (const auto& each : regulation.documents) {
        if (is_known(each, known)) list.push_back(document(each));
    }
    return list;
}

Json citation(const domain::Document* document) { return document ? to_json(document->citation) : Json(nullptr); }

Json citations(const std::vector<std::string>& replaced) {
    Json list = Json::array();
    for (const auto& each : replaced) list.push_back({{"citation", each}});
    return list;
}

Json whole(const View& view, const Regulation& regulation) {
    const auto known = known_events(view, regulation);
    const auto* own = own_document(regulation, known);
    const auto href = own ? own->href : std::nullopt;
    return {{"id", regulation.id},
            {"title", regulation.title},
            {"short_title", regulation.short_title},
            {"agency", regulation.agency},
            {"citation", citation(own)},
            {"document_number", own ? Json(own->document_number) : Json(nullptr)},
            {"rin", to_json(regulation.rin)},
            {"docket", to_json(regulation.docket)},
            {"cfr_parts", regulation.cfr_parts},
            {"replaces", citations(regulation.replaces)},
            {"finalizes", citations(regulation.finalizes)},
            {"href", to_json(href)},
            {"link_status", link_status(href)},
            {"summary", regulation.summary ? to_json(*regulation.summary) : Json(nullptr)},
            {"language", regulation.language},
            {"status", status_flag(view, regulation)},
            {"notice", notice(view, &regulation, std::nullopt)},
            {"documents", documents(regulation, known)},
            {"timeline", timeline(known)}};
}

Json in_list(const View& view, const Regulation& regulation) {
    const std::string path = item_path(kList, regulation.id);
    const auto& status = *view.status(regulation.id);
    return {{"id", regulation.id},
            {"title", regulation.title},
            {"short_title", regulation.short_title},
            {"citation", citation(own_document(regulation, known_events(view, regulation)))},
            {"status", domain::word(status.kind)},
            {"in_effect", status.in_effect ? Json(*status.in_effect) : Json(nullptr)},
            {"since", to_json(status.since)},
            {"links", {{"self", view.url(path)}, {"status", view.url(path + "/status")}}}};
}

Page list_page(const View& view, const Envelope& envelope) {
    Json list = Json::array();
    for (const auto* each : view.regulations()) list.push_back(in_list(view, *each));
    return envelope.seal(kList, list, Json::object());
}

void add_item_pages(const View& view, const Envelope& envelope, const Regulation& regulation,
                    std::vector<Page>& pages) {
    const std::string path = item_path(kList, regulation.id);
    const Json links = {{"up", view.url(kList)}, {"status", view.url(path + "/status")}};
    pages.push_back(envelope.seal(path, whole(view, regulation), links));
    pages.back().former_paths = item_paths(kList, regulation.former_ids);
    pages.back().language = regulation.language;
    pages.back().linked_data = view.url(path);
    const Json flag_links = {{"up", view.url(path)}, {"regulation", view.url(path)}};
    pages.push_back(envelope.seal(path + "/status", status_data(view, regulation), flag_links));
    for (const auto& former : item_paths(kList, regulation.former_ids)) {
        pages.back().former_paths.push_back(former + "/status");
    }
}

Page primary_page(const View& view, const Envelope& envelope, const Regulation& regulation) {
    const std::string path = item_path(kList, regulation.id);
    const Json links = {{"regulation", view.url(path)}};
    return envelope.seal("/v1/regulation-status", status_data(view, regulation), links, view.url(path + "/status"));
}

}  // namespace

std::vector<Page> regulation_pages(const View& view, const Envelope& envelope) {
    std::vector<Page> pages{list_page(view, envelope)};
    for (const auto* regulation : view.regulations()) add_item_pages(view, envelope, *regulation, pages);
    if (const auto* primary = view.primary()) {
        pages.push_back(primary_page(view, envelope, *primary));
    }
    return pages;
}

}  // namespace toolkitd::render
