#include "domain/revised.h"

#include <algorithm>

namespace toolkitd::domain {
namespace {

// Of an item's revisions, up to an instant, and of those noted before.
template <typename Item>
void note_revisions(const Item& item, base::Instant until, std::optional<base::Instant>& latest) {
    for (const auto& revision : item.revisions) {
        if (revision.at <= until) latest = std::max(latest, std::optional(revision.at));
    }
}

}  // namespace

std::optional<base::Instant> revised_by(const Catalogue& catalogue, base::Instant instant) {
    std::optional<base::Instant> latest;
    const auto note = [&](const auto& item) { note_revisions(item, instant, latest); };
    note(catalogue.publisher);
    note(catalogue.rights);
    note(catalogue.audience);
    for (const auto& each : catalogue.regulations) note(each);
    for (const auto& each : catalogue.resources) note(each);
    for (const auto& each : catalogue.notices) note(each);
    for (const auto& toolkit : catalogue.toolkits) {
        note(toolkit);
        for (const auto& section : toolkit.sections) note(section);
    }
    return latest;
}

}  // namespace toolkitd::domain
