#include "render/toolkit.h"

#include <nlohmann/json.hpp>

#include "render/feed.h"
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

std::vector<WrittenJson> listed(const View& view, const Toolkit& toolkit, const WrittenResources& written) {
    std::vector<WrittenJson> list;
    for (const auto* resource : view.resources(toolkit)) list.push_back(written.at(resource));
    return list;
}

Json without_lists(const View& view, const Toolkit& toolkit) {
    const auto* regulation = view.regulation(toolkit.regulation);
    return {{"id", toolkit.id},
            {"title", toolkit.title},
            {"canonical_url", toolkit.canonical_url},
            {"language", toolkit.language},
            {"publisher", publisher(view)},
            {"regulation", regulation ? status_flag(view, *regulation) : Json(nullptr)},
            {"notice", notice(view, regulation, toolkit.id)}};
}

WrittenJson whole(const View& view, const Toolkit& toolkit, const std::vector<WrittenJson>& sections,
                  const std::vector<WrittenJson>& resources) {
    WrittenJson text = without_lists(view, toolkit).dump();
    text.pop_back();
    return text.append(",\"sections\":")
               .append(array_of(sections))
               .append(",\"resources\":")
               .append(array_of(resources)) +
           "}";
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

Page item_page(const View& view, const Envelope& envelope, const Toolkit& toolkit, const WrittenJson& written) {
    const std::string path = item_path(kList, toolkit.id);
    Json links = {{"up", view.url(kList)}, {"sections", view.url(path + "/sections")}};
    links.update(feed_links(view, &toolkit));
    if (view.regulation(toolkit.regulation)) {
        links["status"] = view.url(item_path("/v1/regulations", *toolkit.regulation) + "/status");
    }
    auto page = envelope.seal_written(path, written, links, toolkit.canonical_url);
    page.former_paths = item_paths(kList, toolkit.former_ids);
    page.language = toolkit.language;
    page.linked_data = view.url(path);
    return page;
}

}  // namespace

std::vector<Page> toolkit_pages(const View& view, const Envelope& envelope, const WrittenResources& resources) {
    std::vector<Page> pages{list_page(view, envelope)};
    for (const auto* toolkit : view.toolkits()) {
        const auto sections = written_sections(view, *toolkit);
        const auto written = whole(view, *toolkit, sections, listed(view, *toolkit, resources));
        pages.push_back(item_page(view, envelope, *toolkit, written));
        add_section_pages(view, envelope, *toolkit, sections, pages);
    }
    return pages;
}

}  // namespace toolkitd::render
