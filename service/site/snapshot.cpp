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

const Snapshot::Forecast* Snapshot::forecast(base::Instant instant, base::Instant known) const {
    if (instant <= known) return nullptr;
    const auto& all = index_->forecasts;
    const auto found =
        std::find_if(all.begin(), all.end(), [known](const Forecast& each) { return known < each.until; });
    return found == all.end() || instant < found->from ? nullptr : &*found;
}

const Snapshot::Answers& Snapshot::answers(base::Instant instant, base::Instant known) const {
    const auto* found = forecast(instant, known);
    return found ? found->answers : index_->all;
}

std::optional<base::Instant> Snapshot::embargo_ends(base::Instant instant, base::Instant known) const {
    const auto* found = forecast(instant, known);
    if (!found) return std::nullopt;
    return known < found->from ? found->from : found->until;
}

const Representation* Snapshot::find(std::string_view path, base::Instant instant, render::Language language,
                                     base::Instant known) const {
    const auto& paths = answers(instant, known).paths[render::place_of(language)];
    const auto found = paths.find(path);
    if (found == paths.end()) {
        return language == render::kUsualLanguage ? nullptr : find(path, instant, render::kUsualLanguage, known);
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
    for (const auto& of_language : index_->all.paths) {
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
    for (const auto& edition : index_->all.editions) note(edition.validity);
    return {all.begin(), all.end()};
}

bool Snapshot::lacks_primary(base::Instant instant, base::Instant known) const {
    return !index_->names_primary && edition(instant, known).statuses.size() > 1;
}

const Edition& Snapshot::edition(base::Instant instant, base::Instant known) const {
    return *begun_by(answers(instant, known).editions, instant,
                     [](const Edition& edition) -> const auto& { return edition.validity; });
}

}  // namespace toolkitd::site
