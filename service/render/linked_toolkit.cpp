#include "render/linked_toolkit.h"

#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>

#include "render/linked_regulation.h"
#include "render/linked_terms.h"
#include "render/notice.h"
#include "render/paths.h"
#include "render/section.h"
#include "render/values.h"
#include "render/wording.h"

namespace toolkitd::render {
namespace {

using domain::DateRole;
using domain::Resource;
using domain::Section;
using domain::Toolkit;

// A kind is a free word of the content: only those that say what they are in schema.org's sense are more than a work.
const char* type_of(const Resource& resource) {
    if (resource.kind == "video") return "VideoObject";
    if (resource.kind == "audio") return "AudioObject";
    return resource.kind == "report" ? "Report" : "CreativeWork";
}

// Nothing where the publisher does not say what happened on the date; its own line says the date all the same.
std::optional<const char*> property_of(DateRole role) {
    switch (role) {
        case DateRole::updated: return "dateModified";
        case DateRole::published: return "datePublished";
        case DateRole::recorded: return "dateCreated";
        case DateRole::dated: break;
    }
    return std::nullopt;
}

// One value stands alone, several in a list.
void add_value(Json& values, const std::string& value) {
    if (values.is_null()) {
        values = value;
    } else {
        if (!values.is_array()) values = Json::array({values});
        values.push_back(value);
    }
}

void add_dates(Json& node, const Resource& resource) {
    for (const auto& date : resource.dates) {
        if (const auto property = property_of(date.role)) add_value(node[*property], date.date.iso());
    }
}

void add_duration(Json& node, const Resource& resource) {
    if (!resource.duration) return;
    const bool is_played = resource.kind == "video" || resource.kind == "audio";
    node[is_played ? "duration" : "timeRequired"] = iso_duration(resource.duration->length);
}

// How it stands to the rule; the sentence is the service's, in a language that need not be the work's.
Json standing(const View& view, const Resource& resource) {
    const auto currency = view.currency(resource);
    const Json sentence = {{"@value", reason_text(currency, view.language())}, {"@language", tag_of(view.language())}};
    return {{"@type", "DefinedTerm"}, {"termCode", domain::word(currency.state)}, {"description", sentence}};
}

Json reference(const View& view, const Toolkit& toolkit) {
    return {{"@type", "WebPage"}, {"@id", view.url(item_path("/v1/toolkits", toolkit.id))}, {"name", toolkit.title}};
}

Json part(const View& view, const Toolkit& toolkit, const Section& section, std::size_t position) {
    return {{"@type", "WebPageElement"},
            {"@id", view.url(item_path(section_list_path(toolkit.id), section.id))},
            {"name", section.title},
            {"position", position},
            {"inLanguage", section.language}};
}

void add_notice(const View& view, const Toolkit& toolkit, Json& parts) {
    const auto* notice = view.notice(view.regulation(toolkit.regulation), toolkit.id);
    if (!notice) return;
    const auto [text, language] = notice_text(view, *notice);
    Json node = {{"@type", "WebPageElement"}, {"text", text.plain}, {"inLanguage", language}};
    if (notice->provenance == domain::Provenance::publisher) node["author"] = linked_publisher(view);
    parts.push_back(std::move(node));
}

Json parts_of(const View& view, const Toolkit& toolkit, const LinkedResources& resources) {
    Json parts = Json::array();
    add_notice(view, toolkit, parts);
    std::size_t position = 0;
    for (const auto* section : view.sections(toolkit)) parts.push_back(part(view, toolkit, *section, ++position));
    for (const auto* resource : view.resources(toolkit)) parts.push_back(resources.at(resource));
    return parts;
}

}  // namespace

Json linked_resource(const View& view, const Resource& resource) {
    Json node = {{"@type", type_of(resource)},
                 {"@id", view.url(item_path("/v1/resources", resource.id))},
                 {"name", resource.title},
                 {"genre", resource.kind_label},
                 {"description", resource.as_listed},
                 {"inLanguage", resource.language},
                 {"audience", linked_audience(resource.audiences)}};
    if (resource.href) node["url"] = *resource.href;
    add_dates(node, resource);
    add_duration(node, resource);
    node["creativeWorkStatus"] = standing(view, resource);
    return node;
}

Json linked_toolkit(const View& view, const Toolkit& toolkit, const LinkedResources& resources) {
    Json node = reference(view, toolkit);
    node["sameAs"] = toolkit.canonical_url;
    node["inLanguage"] = toolkit.language;
    node["audience"] = linked_audience(view.catalogue().audience.intended);
    if (const auto* regulation = view.regulation(toolkit.regulation)) node["about"] = linked_rule(view, *regulation);
    node["hasPart"] = parts_of(view, toolkit, resources);
    return node;
}

Json linked_section(const View& view, const Toolkit& toolkit, const Section& section, std::size_t position) {
    Json node = part(view, toolkit, section, position);
    node["text"] = section_text(view, toolkit, section).plain;
    node["audience"] = linked_audience(view.catalogue().audience.intended);
    node["isPartOf"] = reference(view, toolkit);
    return node;
}

Json linked_homes(const View& view, const Resource& resource) {
    Json homes = Json::array();
    for (const auto* toolkit : view.toolkits_with(resource.id)) homes.push_back(reference(view, *toolkit));
    return homes;
}

}  // namespace toolkitd::render
