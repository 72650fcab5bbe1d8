#include "render/linked_terms.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>

namespace toolkitd::render {
namespace {

Json organization(const std::string& name) { return {{"@type", "Organization"}, {"name", name}}; }

// Where the publisher sends survivors; the page on which it says so while that address is not known.
std::optional<std::string> help_address(const domain::Audience& audience) {
    const auto& links = audience.survivor_redirect.links;
    const auto known = std::find_if(links.begin(), links.end(), [](const auto& link) { return link.href.has_value(); });
    return known == links.end() ? audience.canonical_url : known->href;
}

Json contact_point(const domain::Audience& audience) {
    Json contact = {{"@type", "ContactPoint"}};
    if (audience.hotline) {
        contact["contactType"] = audience.hotline->label;
        contact["telephone"] = audience.hotline->number;
    }
    contact["description"] = audience.survivor_redirect.plain;
    if (const auto address = help_address(audience)) contact["url"] = *address;
    return contact;
}

Json organizations(const std::vector<std::string>& names) {
    Json list = Json::array();
    for (const auto& name : names) list.push_back(organization(name));
    return list;
}

}  // namespace

Json linked_audience(const std::vector<std::string>& audiences) {
    Json list = Json::array();
    for (const auto& each : audiences) list.push_back({{"@type", "Audience"}, {"audienceType", each}});
    return list;
}

Json linked_publisher(const View& view) {
    const auto& publisher = view.catalogue().publisher;
    Json node = organization(publisher.full_name);
    node["alternateName"] = publisher.name;
    if (publisher.url) node["url"] = *publisher.url;
    return node;
}

Json linked_terms(const View& view) {
    const auto& rights = view.catalogue().rights;
    Json publisher = linked_publisher(view);
    publisher["contactPoint"] = contact_point(view.catalogue().audience);
    Json terms = {{"publisher", publisher},
                  {"copyrightHolder", organization(rights.holder)},
                  {"copyrightNotice", rights.text.plain},
                  {"usageInfo", view.url("/v1/rights")}};
    if (rights.paywall == "prohibited") terms["isAccessibleForFree"] = true;
    return terms;
}

Json linked_work_terms(const View& view) {
    Json terms = linked_terms(view);
    const auto& funding = view.catalogue().rights.funding;
    if (!funding.empty()) terms["funder"] = organizations(funding);
    return terms;
}

}  // namespace toolkitd::render
