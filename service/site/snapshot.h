// All editions of one load: every answer that the content can give, for every instant.
//
// Immutable once built; safe to read from any thread. Pointers and views into it live as long as the snapshot, so a
// request keeps the shared pointer that it was given until its last byte is sent.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/instant.h"
#include "domain/catalogue.h"
#include "render/page.h"
#include "render/resource_filter.h"
#include "site/representation.h"

namespace toolkitd::site {

// Lets a map keyed by strings be asked with a view, without a copy.
struct StringHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};
template <typename Value>
using StringMap = std::unordered_map<std::string, Value, StringHash, std::equal_to<>>;

// The site between two neighbouring instants of the timeline.
struct Edition {
    render::Validity validity;
    std::map<std::string, domain::StatusKind> statuses;  // by regulation: what this edition's answers say
    render::FilterValues filter_values;
    StringMap<std::string> moved;  // former paths to today's
};

class Snapshot {
public:
    // The answer for a path at an instant, with the service's own words in a language; null when there is none. For an
    // instant after `known` it goes by what is public at `known` (domain/embargo.h).
    const Representation* find(std::string_view path, base::Instant instant,
                               render::Language language = render::kUsualLanguage,
                               base::Instant known = base::kLatest) const;

    // The edition that holds at an instant. There is always one.
    const Edition& edition(base::Instant instant, base::Instant known = base::kLatest) const;

    // When more becomes public, so that the answers for an instant may be others; nothing where they stay.
    std::optional<base::Instant> embargo_ends(base::Instant instant, base::Instant known) const;

    // Every path that has a representation at some time, in alphabetical order; those of variants with their query.
    std::vector<std::string> paths() const;

    // Every instant at which a representation begins or ends, ascending: those of the timeline that change something,
    // and those of feeds.
    std::vector<base::Instant> switches() const;

    // Whether the settings name the regulation that /v1/regulation-status stands for.
    bool names_primary() const { return index_->names_primary; }

    // Whether /v1/regulation-status stands for none of several regulations because the settings do not say for which.
    bool lacks_primary(base::Instant instant, base::Instant known = base::kLatest) const;

    const domain::Catalogue& catalogue() const { return index_->catalogue; }
    const std::vector<Edition>& editions() const { return index_->all.editions; }
    std::size_t representation_count() const { return representations_.size(); }
    base::Instant loaded_at() const { return index_->loaded_at; }

private:
    friend class Builder;

    struct Answers {
        std::vector<Edition> editions;  // ascending, without a gap
        // For each language, the places of a path's, ascending in time; there may be gaps. What is the same in every
        // language stands in that of kUsualLanguage alone.
        std::array<StringMap<std::vector<std::uint32_t>>, render::kLanguages.size()> paths;
    };

    // What may be told of the instants from `from` on by one who asks before `until`.
    struct Forecast {
        base::Instant from;
        base::Instant until;
        Answers answers;
    };

    // All but the representations: the same, and shared, however many codings these are in.
    struct Index {
        domain::Catalogue catalogue;
        Answers all;
        std::vector<Forecast> forecasts;  // ascending
        base::Instant loaded_at;
        bool names_primary = false;  // whether the settings do
    };

    const Forecast* forecast(base::Instant instant, base::Instant known) const;
    const Answers& answers(base::Instant instant, base::Instant known) const;

    std::shared_ptr<const Index> index_;
    std::vector<Representation> representations_;
};

}  // namespace toolkitd::site
