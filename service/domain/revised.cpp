#include "domain/revised.h"

#include <algorithm>

namespace toolkitd::domain {
namespace {

// `visit` takes an instant.
template <typename Visit>
void each_revision(const Catalogue& catalogue, const Visit& visit) {
    const auto note = [&](const auto& item) {
        for (const auto& revision : item.revisions) visit(revision.at);
    };
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
}

}  // namespace

std::optional<base::Instant> revised_by(const Catalogue& catalogue, base::Instant instant) {
    std::optional<base::Instant> latest;
    each_revision(catalogue, [&](base::Instant at) {
        if (at <= instant) latest = std::max(latest, std::optional(at));
    });
    return latest;
}

std::optional<base::Instant> first_revised(const Catalogue& catalogue) {
    std::optional<base::Instant> first;
    each_revision(catalogue, [&](base::Instant at) { first = std::min(first.value_or(at), at); });
    return first;
}

}  // namespace toolkitd::domain
