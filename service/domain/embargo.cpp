#include "domain/embargo.h"

#include <set>

namespace toolkitd::domain {
namespace {

// Calls `visit` with each list of items that have a time of their own, sections last.
template <typename Catalogue, typename Visit>
void each_list(Catalogue& catalogue, const Visit& visit) {
    visit(catalogue.regulations);
    visit(catalogue.resources);
    visit(catalogue.notices);
    visit(catalogue.toolkits);
    for (auto& toolkit : catalogue.toolkits) visit(toolkit.sections);
}

void add(const std::vector<Revision>& revisions, std::set<base::Instant>& instants) {
    for (const auto& revision : revisions) instants.insert(revision.at);
}

void drop(std::vector<Revision>& revisions, base::Instant known) {
    std::erase_if(revisions, [known](const Revision& revision) { return revision.at > known; });
}

}  // namespace

std::vector<base::Instant> embargo_instants(const Catalogue& catalogue) {
    std::set<base::Instant> instants;
    each_list(catalogue, [&](const auto& items) {
        for (const auto& item : items) {
            if (item.window.from && !item.window.preview) instants.insert(*item.window.from);
            add(item.revisions, instants);
        }
    });
    for (const auto& regulation : catalogue.regulations) {
        for (const auto& event : regulation.events) instants.insert(event.announced.at);
    }
    for (const auto& resource : catalogue.resources) {
        for (const auto& review : resource.reviews) instants.insert(review.at);
    }
    add(catalogue.publisher.revisions, instants);
    add(catalogue.rights.revisions, instants);
    add(catalogue.audience.revisions, instants);
    return {instants.begin(), instants.end()};
}

Catalogue public_at(Catalogue catalogue, base::Instant known) {
    each_list(catalogue, [known](auto& items) {
        std::erase_if(items, [known](const auto& item) { return !item.window.is_public(known); });
        for (auto& item : items) drop(item.revisions, known);
    });
    for (auto& regulation : catalogue.regulations) {
        std::erase_if(regulation.events, [known](const Event& event) { return event.announced.at > known; });
    }
    for (auto& resource : catalogue.resources) {
        std::erase_if(resource.reviews, [known](const Review& review) { return review.at > known; });
    }
    drop(catalogue.publisher.revisions, known);
    drop(catalogue.rights.revisions, known);
    drop(catalogue.audience.revisions, known);
    return catalogue;
}

}  // namespace toolkitd::domain
