#include "render/resource.h"

#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <unordered_map>

#include "render/paths.h"
#include "render/values.h"
#include "render/wording.h"

namespace toolkitd::render {
namespace {

using domain::Resource;

Json review(const std::optional<domain::Review>& review) {
    if (!review) return nullptr;
    return {{"on", iso_day(review->on)}, {"finding", domain::word(review->finding)}, {"note", review->note}};
}

Json currency(const View& view, const Resource& resource) {
    const auto currency = view.currency(resource);
    const auto* status = view.status(resource.regulation);
    const bool dated = status && status->effective;
    return {{"state", domain::word(currency.state)},
            {"regulation", status ? to_json(resource.regulation) : Json(nullptr)},
            {"effective_date", dated ? Json(iso_day(status->effective->day)) : Json(nullptr)},
            {"rule_in_effect", status && status->in_effect ? Json(*status->in_effect) : Json(nullptr)},
            {"reason", {{"code", domain::word(currency.reason)}, {"text", reason_text(currency, view.language())}}},
            {"review", review(currency.review)}};
}

Json dates(const Resource& resource) {
    Json list = Json::array();
    for (const auto& date : resource.dates) list.push_back(to_json(date));
    return list;
}

Json duration(const Resource& resource) {
    if (!resource.duration) return nullptr;
    return {{"value", iso_duration(resource.duration->length)}, {"label", resource.duration->label}};
}

std::vector<std::string> toolkit_ids(const View& view, const Resource& resource) {
    std::vector<std::string> ids;
    for (const auto* toolkit : view.toolkits_with(resource.id)) ids.push_back(toolkit->id);
    return ids;
}

Json data_of(const View& view, const Resource& resource) {
    return {{"id", resource.id},
            {"kind", resource.kind},
            {"kind_label", resource.kind_label},
            {"title", resource.title},
            {"as_listed", resource.as_listed},
            {"language", resource.language},
            {"audiences", resource.audiences},
            {"dates", dates(resource)},
            {"duration", duration(resource)},
            {"href", to_json(resource.href)},
            {"link_status", link_status(resource.href)},
            {"toolkits", toolkit_ids(view, resource)},
            {"currency", currency(view, resource)}};
}

// For each filter, the values under which a resource is found.
FilterValues values_of(const View& view, const Resource& resource) {
    return {resource.audiences,
            {std::string(domain::word(view.currency(resource).state))},
            {resource.kind},
            toolkit_ids(view, resource)};
}

// Calls `visit` with every choice of filters that finds a resource with these values.
template <typename Visit>
void each_choice(const FilterValues& values, FilterChoice& choice, std::size_t filter, const Visit& visit) {
    if (filter == values.size()) return visit(choice);
    choice[filter] = {};
    each_choice(values, choice, filter + 1, visit);
    for (const auto& value : values[filter]) {
        choice[filter] = value;
        each_choice(values, choice, filter + 1, visit);
    }
}

using Found = std::vector<const Resource*>;

// What each choice of filters finds, by its list's path.
std::unordered_map<std::string, Found> found_by_choices(const View& view) {
    std::unordered_map<std::string, Found> lists{{std::string(kResourceList), {}}, {empty_resource_list_path(), {}}};
    for (const auto* resource : view.resources()) {
        FilterChoice choice{};
        each_choice(values_of(view, *resource), choice, 0,
                    [&](const FilterChoice& chosen) { lists[resource_list_path(chosen)].push_back(resource); });
    }
    return lists;
}

WrittenJson list_of(const Found& found, const WrittenResources& written) {
    WrittenJson list = "[";
    for (const auto* resource : found) list.append(list.size() > 1 ? "," : "").append(written.at(resource));
    return list += ']';
}

// Most choices find what another one finds: they share what is written of it.
void add_list_pages(const View& view, const Envelope& envelope, const WrittenResources& written,
                    std::vector<Page>& pages) {
    const auto frame = envelope.frame(std::string(kResourceList), Json::object());
    std::map<Found, Page> made;
    for (auto& [path, found] : found_by_choices(view)) {
        const auto [entry, is_new] = made.try_emplace(found);
        if (is_new) entry->second = frame.around(list_of(found, written), path);
        Page page = entry->second;
        page.path = path;
        page.stands_in = path == empty_resource_list_path();
        pages.push_back(std::move(page));
    }
}

Page item_page(const View& view, const Envelope& envelope, const Resource& resource, const WrittenJson& written) {
    const auto& listed = view.toolkits_with(resource.id);
    Json links = {{"up", view.url(kResourceList)}};
    if (!listed.empty()) links["toolkit"] = view.url(item_path("/v1/toolkits", listed.front()->id));
    auto page = envelope.seal_written(item_path(kResourceList, resource.id), written, links,
                                      listed.empty() ? std::string() : listed.front()->canonical_url);
    page.former_paths = item_paths(kResourceList, resource.former_ids);
    page.language = resource.language;
    page.linked_data = view.url(page.path);
    return page;
}

}  // namespace

WrittenResources written_resources(const View& view) {
    WrittenResources written;
    for (const auto* resource : view.resources()) written.emplace(resource, data_of(view, *resource).dump());
    return written;
}

std::vector<Page> resource_pages(const View& view, const Envelope& envelope, const WrittenResources& written) {
    std::vector<Page> pages;
    add_list_pages(view, envelope, written, pages);
    for (const auto* resource : view.resources()) {
        pages.push_back(item_page(view, envelope, *resource, written.at(resource)));
    }
    return pages;
}

FilterValues resource_filter_values(const View& view) {
    std::array<std::set<std::string>, kResourceFilters.size()> found;
    for (const auto* resource : view.resources()) {
        const FilterValues values = values_of(view, *resource);
        for (std::size_t i = 0; i < values.size(); ++i) found[i].insert(values[i].begin(), values[i].end());
    }
    for (const auto state :
         {domain::CurrencyState::current, domain::CurrencyState::predates_rule, domain::CurrencyState::undetermined}) {
        found[1].insert(std::string(domain::word(state)));
    }
    for (const auto* toolkit : view.toolkits()) found[3].insert(toolkit->id);
    FilterValues values;
    for (std::size_t i = 0; i < values.size(); ++i) values[i].assign(found[i].begin(), found[i].end());
    return values;
}

}  // namespace toolkitd::render
