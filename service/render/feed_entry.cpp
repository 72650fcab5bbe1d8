#include "render/feed_entry.h"

#include <algorithm>
#include <array>
#include <set>

#include "base/hash.h"
#include "domain/revised.h"

namespace toolkitd::render {
namespace {

using base::Instant;

// In the order in which a reader sees them.
bool stands_before(const FeedEntry& a, const FeedEntry& b) {
    if (a.due || b.due) return a.due && (!b.due || *a.due < *b.due);
    return a.at > b.at;
}

void add(const domain::Window* window, std::set<Instant>& instants) {
    if (!window) return;
    if (window->from) instants.insert(*window->from);
    if (window->until) instants.insert(*window->until);
}

}  // namespace

std::string_view word(Told told) {
    static constexpr auto kWords =
        std::to_array<std::string_view>({"planned", "event", "status", "published", "withdrawn", "revised"});
    return kWords.at(static_cast<std::size_t>(told));
}

std::vector<FeedEntry> feed_entries(const View& view, FeedScope scope) {
    std::vector<FeedEntry> entries;
    add_rule_entries(view, scope, entries);
    add_item_entries(view, scope, entries);
    std::stable_sort(entries.begin(), entries.end(), stands_before);
    if (entries.size() > kMostEntries) entries.erase(entries.begin() + kMostEntries, entries.end());
    return entries;
}

Instant feed_updated(const View& view, const std::vector<FeedEntry>& entries) {
    const auto newest = std::max_element(entries.begin(), entries.end(),
                                         [](const FeedEntry& a, const FeedEntry& b) { return a.at < b.at; });
    return newest == entries.end() ? domain::first_revised(view.catalogue()).value_or(Instant{}) : newest->at;
}

std::vector<Instant> feed_instants(const domain::Catalogue& catalogue, FeedScope scope) {
    std::set<Instant> instants;
    for (const auto& item : feed_items(catalogue, scope)) {
        add(item.window, instants);
        add(item.around, instants);
        for (const auto& revision : *item.revisions) instants.insert(revision.at);
    }
    for (const auto* regulation : feed_regulations(catalogue, scope)) {
        const auto changes = domain::status_instants(*regulation);
        instants.insert(changes.begin(), changes.end());
    }
    return {instants.begin(), instants.end()};
}

std::string feed_id(const View& view, std::string_view name) {
    constexpr std::string_view kVariants = "89ab";
    std::string hex = base::fingerprint(view.catalogue().publisher.id + "/" + std::string(name) + "/" +
                                        std::string(tag_of(view.language())));
    hex[12] = '8';
    hex[16] = kVariants[static_cast<std::size_t>(hex[16]) % kVariants.size()];
    for (const std::size_t at : {20U, 16U, 12U, 8U}) hex.insert(at, 1, '-');
    return "urn:uuid:" + hex;
}

}  // namespace toolkitd::render
