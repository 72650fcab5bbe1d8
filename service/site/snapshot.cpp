#include "site/snapshot.h"

#include <algorithm>
#include <set>

namespace toolkitd::site {
namespace {

// The last of a row of things in ascending order that had begun by `instant`; the row's end when none had.
template <typename Row, typename ValidityOf>
auto begun_by(const Row& row, base::Instant instant, ValidityOf validity_of) {
    const auto later = std::partition_point(row.begin(), row.end(), [&](const auto& item) {
        const render::Validity& validity = validity_of(item);
        return !validity.from || *validity.from <= instant;
    });
    return later == row.begin() ? row.end() : std::prev(later);
}

}  // namespace

const Representation* Snapshot::find(std::string_view path, base::Instant instant, render::Language language) const {
    const auto& paths = index_->paths[render::place_of(language)];
    const auto found = paths.find(path);
    if (found == paths.end()) {
        return language == render::kUsualLanguage ? nullptr : find(path, instant);
    }
    const auto place = begun_by(found->second, instant,
                                [this](std::uint32_t at) -> const auto& { return representations_[at].validity; });
    if (place == found->second.end()) return nullptr;
    const Representation& representation = representations_[*place];
    const auto& until = representation.validity.until;
    return until && *until <= instant ? nullptr : &representation;
}

std::vector<std::string> Snapshot::paths() const {
    std::set<std::string> all;
    for (const auto& of_language : index_->paths) {
        for (const auto& [path, places] : of_language) all.insert(path);
    }
    return {all.begin(), all.end()};
}

std::vector<base::Instant> Snapshot::switches() const {
    std::set<base::Instant> all;
    const auto note = [&](const render::Validity& validity) {
        if (validity.from) all.insert(*validity.from);
        if (validity.until) all.insert(*validity.until);
    };
    for (const auto& representation : representations_) note(representation.validity);
    for (const auto& edition : index_->editions) note(edition.validity);
    return {all.begin(), all.end()};
}

const Edition& Snapshot::edition(base::Instant instant) const {
    return *begun_by(index_->editions, instant, [](const Edition& edition) -> const auto& { return edition.validity; });
}

}  // namespace toolkitd::site
