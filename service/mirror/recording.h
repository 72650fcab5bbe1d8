// Everything that a mirror has to say: for each address and each edition, what the service answers there.
//
// Plain values and a pure function, safe to call from any thread. Bodies are shared with the snapshot.
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/instant.h"
#include "http/cache_policy.h"
#include "render/language.h"
#include "render/resource_filter.h"
#include "site/snapshot.h"

namespace toolkitd::mirror {

// Header fields, in the order in which the service sends them.
using Fields = std::vector<std::pair<std::string, std::string>>;

// How long a copy of an answer may be kept.
enum class Keeping {
    content,   // as content, and never past the next switch
    for_ever,  // its address names its bytes
    redirect,  // as a redirect, and never past the next switch
    missing,   // as a 404, and never past the next switch
    never,
};

struct Body {
    std::shared_ptr<const site::Bytes> bytes;  // null where there is no such form
    std::string hash;                          // the file's name; in quotes, the entity tag of a 200
};

struct Answer {
    int status = 200;
    Fields fields;  // all that the answer itself has, but for those below, and what follows from body and time
    std::string vary;
    std::optional<base::Instant> last_modified;
    Keeping keeping = Keeping::content;
    std::array<Body, site::kCodings> bodies;

    const Body& body(site::Coding coding) const { return bodies[static_cast<std::size_t>(coding)]; }
};

// An address, in one language, from one edition up to another.
struct Place {
    std::string path;  // as it is asked for
    bool linked_data = false;
    render::Language language = render::kUsualLanguage;
    std::size_t first = 0;
    std::size_t last = 0;
    std::size_t answer = 0;
};

// What is not at an address of its own, in each language.
enum class Stray { missing, refused, method_not_allowed, precondition_failed, not_here };
inline constexpr std::size_t kStrays = 5;

struct Settings {
    http::CacheSettings cache;
    std::string public_url;
};

struct Recording {
    std::vector<base::Instant> switches;   // edition 0 ends at the first, edition 1 begins there
    std::vector<base::Instant> embargoes;  // at which something becomes public, of which a service says nothing before
    std::vector<Answer> answers;
    std::vector<Place> places;                              // by path, kind of data, language and edition
    std::vector<std::map<std::string, std::string>> moved;  // of each edition: former paths to today's
    std::vector<render::FilterValues> filter_values;        // of each edition
    std::array<std::array<std::size_t, kStrays>, render::kLanguages.size()> strays{};
    Fields common;     // that every answer has
    Fields preflight;  // of an answer to OPTIONS
    std::string revision;
    Settings settings;

    std::size_t editions() const { return switches.size() + 1; }
    const Answer& stray(Stray kind, render::Language language) const {
        return answers[strays[render::place_of(language)][static_cast<std::size_t>(kind)]];
    }
};

// An instant in an edition: the one at which it begins.
base::Instant start_of(const Recording& recording, std::size_t edition);

// The edition of an instant.
std::size_t edition_at(const Recording& recording, base::Instant instant);

// Has the service answer for every address in every edition of a snapshot in all codings.
Recording record(std::shared_ptr<const site::Snapshot> snapshot, const Settings& settings);

}  // namespace toolkitd::mirror
