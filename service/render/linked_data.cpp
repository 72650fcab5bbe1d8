#include "render/linked_data.h"

#include <nlohmann/json.hpp>

#include "render/linked_regulation.h"
#include "render/linked_terms.h"
#include "render/linked_toolkit.h"
#include "render/paths.h"
#include "render/section.h"
#include "render/written.h"

namespace toolkitd::render {
namespace {

// `@context` is never fetched by the service. A consumer that wants no request to schema.org has a copy of it.
constexpr std::string_view kContext = "{\"@context\":\"https://schema.org\",";

// The document as a thing of its own, for what is true of it and not of what it describes. Open, for its ending.
constexpr std::string_view kDocument =
    ",\"subjectOf\":{\"@type\":\"DigitalDocument\",\"encodingFormat\":\"application/ld+json\"";

// Without the braces.
WrittenJson members(const Json& object) {
    WrittenJson text = object.dump();
    text.pop_back();
    text.erase(0, 1);
    return text;
}

// ISO 8601-2, with ".." for an end that is open, as schema.org has it.
std::string interval(const Validity& validity) {
    const auto end = [](const auto& instant) { return instant ? base::rfc3339(*instant) : std::string(".."); };
    return end(validity.from) + "/" + end(validity.until);
}

// When the bytes hold is said of the document alone: the toolkit itself does not expire with them.
std::string linked_ending(const Page&, const Ending& ending) {
    const auto& [from, until] = ending.validity;
    Json rest = {{"version", ending.content_revision}};
    if (from || until) rest["temporalCoverage"] = interval(ending.validity);
    if (until) rest["expires"] = base::rfc3339(*until);
    if (ending.rehearsal) rest["creativeWorkStatus"] = "Rehearsal";
    return "," + members(rest) + "}}\n";
}

LinkedResources resources_of(const View& view, const std::vector<const domain::Resource*>& resources) {
    LinkedResources linked;
    for (const auto* resource : resources) linked.emplace(resource, linked_resource(view, *resource));
    return linked;
}

// Makes pages of what is said of an item, with the terms, which are written once.
class Writer {
public:
    explicit Writer(const View& view)
        : view_(view), terms_("," + members(linked_terms(view))), work_terms_("," + members(linked_work_terms(view))) {}

    void add(const domain::Toolkit& toolkit, const LinkedResources& resources, std::vector<Page>& pages) const {
        const auto add = [&](const std::string& path, const Json& node, const std::string& language) {
            pages.push_back(work(path, node, language));
            pages.back().canonical = toolkit.canonical_url;
        };
        add(item_path("/v1/toolkits", toolkit.id), linked_toolkit(view_, toolkit, resources), toolkit.language);
        std::size_t position = 0;
        for (const auto* section : view_.sections(toolkit)) {
            add(item_path(section_list_path(toolkit.id), section->id),
                linked_section(view_, toolkit, *section, ++position), section->language);
        }
    }

    Page page(const domain::Resource& resource, Json node) const {
        const auto& listed = view_.toolkits_with(resource.id);
        if (!listed.empty()) node["isPartOf"] = linked_homes(view_, resource);
        Page made = work(item_path("/v1/resources", resource.id), node, resource.language);
        if (!listed.empty()) made.canonical = listed.front()->canonical_url;
        return made;
    }

    // The law is nobody's property: the publisher's terms are those of the document about it.
    Page page(const domain::Regulation& regulation) const {
        return page(item_path("/v1/regulations", regulation.id),
                    members(linked_regulation(view_, regulation)).append(kDocument).append(terms_),
                    regulation.language);
    }

private:
    Page work(const std::string& path, const Json& node, const std::string& language) const {
        return page(path, members(node).append(work_terms_).append(kDocument), language);
    }

    Page page(const std::string& path, const WrittenJson& open, const std::string& language) const {
        Page made;
        made.path = linked_data_path(path);
        made.canonical = view_.url(path);
        made.language = language;
        made.words = view_.language();
        made.media_type = "application/ld+json";
        made.ending = linked_ending;
        made.body = std::make_shared<const std::string>(std::string(kContext).append(open));
        return made;
    }

    const View& view_;
    WrittenJson terms_;
    WrittenJson work_terms_;
};

// "<" could end the element, or begin a comment in it.
std::string inside_html(const WrittenJson& json) {
    std::string text;
    for (const char c : json) text += c == '<' ? std::string("\\u003c") : std::string(1, c);
    return text;
}

}  // namespace

std::vector<Page> linked_work_pages(const View& view) {
    const Writer writer(view);
    const auto resources = resources_of(view, view.resources());
    std::vector<Page> pages;
    for (const auto* toolkit : view.toolkits()) writer.add(*toolkit, resources, pages);
    for (const auto* resource : view.resources()) pages.push_back(writer.page(*resource, resources.at(resource)));
    return pages;
}

std::vector<Page> linked_regulation_pages(const View& view) {
    const Writer writer(view);
    std::vector<Page> pages;
    for (const auto* regulation : view.regulations()) pages.push_back(writer.page(*regulation));
    return pages;
}

std::string linked_data_block(const View& view, const domain::Toolkit& toolkit) {
    Json node = linked_toolkit(view, toolkit, resources_of(view, view.resources(toolkit)));
    node.update(linked_work_terms(view));
    return "<script type=\"application/ld+json\">" + inside_html(std::string(kContext) + members(node) + "}") +
           "</script>";
}

}  // namespace toolkitd::render
