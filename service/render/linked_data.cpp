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

class Writer {
public:
    explicit Writer(const View& view)
        : view_(view), terms_("," + members(linked_terms(view))), work_terms_("," + members(linked_work_terms(view))) {
        for (const auto* resource : view.resources()) {
            resources_.emplace(resource, linked_resource(view, *resource));
        }
    }

    std::vector<Page> pages() const {
        std::vector<Page> pages;
        for (const auto* toolkit : view_.toolkits()) add(*toolkit, pages);
        for (const auto* resource : view_.resources()) pages.push_back(page_of(*resource, resources_.at(resource)));
        for (const auto* regulation : view_.regulations()) pages.push_back(page_of(*regulation));
        return pages;
    }

private:
    void add(const domain::Toolkit& toolkit, std::vector<Page>& pages) const {
        const auto path = item_path("/v1/toolkits", toolkit.id);
        const auto add = [&](const std::string& at, const Json& node, const std::string& language) {
            pages.push_back(page(at, members(node).append(work_terms_).append(kDocument)));
            pages.back().canonical = toolkit.canonical_url;
            pages.back().language = language;
        };
        add(path, linked_toolkit(view_, toolkit, resources_), toolkit.language);
        std::size_t position = 0;
        for (const auto* section : view_.sections(toolkit)) {
            add(item_path(section_list_path(toolkit.id), section->id),
                linked_section(view_, toolkit, *section, ++position), section->language);
        }
    }

    Page page_of(const domain::Resource& resource, Json node) const {
        const auto& listed = view_.toolkits_with(resource.id);
        if (!listed.empty()) node["isPartOf"] = linked_homes(view_, resource);
        Page made = page(item_path("/v1/resources", resource.id), members(node).append(work_terms_).append(kDocument));
        if (!listed.empty()) made.canonical = listed.front()->canonical_url;
        made.language = resource.language;
        return made;
    }

    // The law is nobody's property: the publisher's terms are those of the document about it.
    Page page_of(const domain::Regulation& regulation) const {
        Page made = page(item_path("/v1/regulations", regulation.id),
                         members(linked_regulation(view_, regulation)).append(kDocument).append(terms_));
        made.language = regulation.language;
        return made;
    }

    Page page(const std::string& path, const WrittenJson& open) const {
        Page made;
        made.path = linked_data_path(path);
        made.canonical = view_.url(path);
        made.words = view_.language();
        made.media_type = "application/ld+json";
        made.ending = linked_ending;
        made.body = std::make_shared<const std::string>(std::string(kContext).append(open));
        return made;
    }

    const View& view_;
    WrittenJson terms_;
    WrittenJson work_terms_;
    LinkedResources resources_;
};

// "<" could end the element, or begin a comment in it.
std::string inside_html(const WrittenJson& json) {
    std::string text;
    for (const char c : json) text += c == '<' ? std::string("\\u003c") : std::string(1, c);
    return text;
}

}  // namespace

std::vector<Page> linked_data_pages(const View& view) { return Writer(view).pages(); }

std::string linked_data_block(const View& view, const domain::Toolkit& toolkit) {
    LinkedResources resources;
    for (const auto* resource : view.resources(toolkit)) resources.emplace(resource, linked_resource(view, *resource));
    Json node = linked_toolkit(view, toolkit, resources);
    node.update(linked_work_terms(view));
    return "<script type=\"application/ld+json\">" + inside_html(std::string(kContext) + members(node) + "}") +
           "</script>";
}

}  // namespace toolkitd::render
