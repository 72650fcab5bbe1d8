#include "render/section.h"

#include <nlohmann/json.hpp>

#include "render/listing.h"
#include "render/paths.h"
#include "render/values.h"

namespace toolkitd::render {
namespace {

using domain::Follows;
using domain::Section;
using domain::Toolkit;

Json resource_ids(const std::vector<const domain::Resource*>& resources) {
    Json list = Json::array();
    for (const auto* resource : resources) list.push_back(resource->id);
    return list;
}

std::vector<const domain::Resource*> resources_in(const View& view, const Toolkit& toolkit, const Section& section) {
    if (section.follows != Follows::resources) return {};
    return view.resources(toolkit);
}

Json section_data(const View& view, const Toolkit& toolkit, const Section& section, std::size_t position) {
    const auto listed = resources_in(view, toolkit, section);
    return {{"id", section.id},
            {"toolkit", toolkit.id},
            {"title", section.title},
            {"position", position},
            {"language", section.language},
            {"text", to_json(with_listing(section.text, listed))},
            {"links", to_json(section.text.links)},
            {"resources", resource_ids(listed)},
            {"href", view.url(item_path(section_list_path(toolkit.id), section.id))}};
}

}  // namespace

std::vector<std::string> former_section_paths(const Toolkit& toolkit, const Section& section) {
    std::vector<std::string> paths = item_paths(section_list_path(toolkit.id), section.former_ids);
    for (const auto& former : toolkit.former_ids) {
        paths.push_back(item_path(section_list_path(former), section.id));
        for (auto& path : item_paths(section_list_path(former), section.former_ids)) paths.push_back(std::move(path));
    }
    return paths;
}

std::string section_list_path(std::string_view toolkit) { return item_path("/v1/toolkits", toolkit) + "/sections"; }

domain::Text section_text(const View& view, const Toolkit& toolkit, const Section& section) {
    return with_listing(section.text, resources_in(view, toolkit, section));
}

std::vector<WrittenJson> written_sections(const View& view, const Toolkit& toolkit) {
    std::vector<WrittenJson> list;
    for (const auto* section : view.sections(toolkit)) {
        list.push_back(section_data(view, toolkit, *section, list.size() + 1).dump());
    }
    return list;
}

void add_section_pages(const View& view, const Envelope& envelope, const Toolkit& toolkit,
                       const std::vector<WrittenJson>& written, std::vector<Page>& pages) {
    const std::string up = view.url(item_path("/v1/toolkits", toolkit.id));
    const std::string list = section_list_path(toolkit.id);
    pages.push_back(envelope.seal_written(list, array_of(written), {{"up", up}}, toolkit.canonical_url));
    for (const auto& former : toolkit.former_ids) pages.back().former_paths.push_back(section_list_path(former));
    pages.back().language = toolkit.language;
    std::size_t position = 0;
    for (const auto* section : view.sections(toolkit)) {
        const Json links = {{"up", view.url(list)}, {"toolkit", up}};
        const auto path = item_path(list, section->id);
        pages.push_back(envelope.seal_written(path, written[position++], links, toolkit.canonical_url));
        pages.back().former_paths = former_section_paths(toolkit, *section);
        pages.back().language = section->language;
        pages.back().linked_data = view.url(path);
    }
}

}  // namespace toolkitd::render
