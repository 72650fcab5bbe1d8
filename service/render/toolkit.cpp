#include "render/toolkit.h"

#include <nlohmann/json.hpp>

#include "render/paths.h"
#include "render/resource.h"
#include "render/section.h"
#include "render/status.h"
#include "render/values.h"

namespace toolkitd::render {
namespace {

using domain::Toolkit;

constexpr const char* kList = "/v1/toolkits";

Json publisher(const View& view) {
    const auto& publisher = view.catalogue().publisher;
    return {{"id", publisher.id},
            {"name", publisher.name},
            {"full_name", publisher.full_name},
            {"url", to_json(publisher.url)}};
}

Json resources(const View& view, const Toolkit& toolkit) {
    Json list = Json::array();
    for (const auto* resource : view.resources(toolkit)) list.push_back(resource_data(view, *resource));
    return list;
}

Json whole(const View& view, const Toolkit& toolkit) {
    const auto* regulation = view.regulation(toolkit.regulation);
    return {{"id", toolkit.id},
            {"title", toolkit.title},
            {"canonical_url", toolkit.canonical_url},
            {"language", toolkit.language},
            {"publisher", publisher(view)},
            {"regulation", regulation ? status_flag(view, *regulation) : Json(nullptr)},
            {"notice", notice(view, regulation, toolkit.id)},
            {"sections", sections_data(view, toolkit)},
            {"resources", resources(view, toolkit)}};
}

Json standing(const View& view, const Toolkit& toolkit) {
    const auto* status = view.status(toolkit.regulation);
    if (!status) return nullptr;
    return {{"id", *toolkit.regulation},
            {"status", domain::word(status->kind)},
            {"in_effect", status->in_effect ? Json(*status->in_effect) : Json(nullptr)}};
}

Json in_list(const View& view, const Toolkit& toolkit) {
    return {{"id", toolkit.id},
            {"title", toolkit.title},
            {"canonical_url", toolkit.canonical_url},
            {"language", toolkit.language},
            {"regulation", standing(view, toolkit)},
            {"links", {{"self", view.url(item_path(kList, toolkit.id))}}}};
}

Page list_page(const View& view, const Envelope& envelope) {
    Json list = Json::array();
    for (const auto* toolkit : view.toolkits()) list.push_back(in_list(view, *toolkit));
    return envelope.seal(kList, list, Json::object());
}

Page item_page(const View& view, const Envelope& envelope, const Toolkit& toolkit) {
    const std::string path = item_path(kList, toolkit.id);
    Json links = {{"up", view.url(kList)}, {"sections", view.url(path + "/sections")}};
    if (view.regulation(toolkit.regulation)) {
        links["status"] = view.url(item_path("/v1/regulations", *toolkit.regulation) + "/status");
    }
    auto page = envelope.seal(path, whole(view, toolkit), links, toolkit.canonical_url);
    page.former_paths = item_paths(kList, toolkit.former_ids);
    page.language = toolkit.language;
    return page;
}

}  // namespace

std::vector<Page> toolkit_pages(const View& view, const Envelope& envelope) {
    std::vector<Page> pages{list_page(view, envelope)};
    for (const auto* toolkit : view.toolkits()) {
        pages.push_back(item_page(view, envelope, *toolkit));
        add_section_pages(view, envelope, *toolkit, pages);
    }
    return pages;
}

}  // namespace toolkitd::render
