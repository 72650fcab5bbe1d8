// All that one load of the content files says. Plain values; immutable once loaded, and then safe to read from any
// thread. Items refer to each other by id, and a loaded catalogue holds every item that is referred to.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.h"
#include "base/zone.h"
#include "domain/currency.h"
#include "domain/regulation.h"
#include "domain/revision.h"
#include "domain/text.h"
#include "domain/window.h"
#include "domain/words.h"

namespace toolkitd::domain {

struct Publisher {
    std::string id;
    std::string name;
    std::string full_name;
    std::optional<std::string> url;
    std::string language;
    base::Zone zone;  // in which days of the publisher's begin
    std::vector<Revision> revisions{};
};

// The terms under which the content may be used; they go out with every representation.
struct Rights {
    std::string id;
    std::string title;
    std::string holder;
    std::string republication;  // "express_permission_required"
    std::string paywall;        // "prohibited"
    std::vector<std::string> funding;
    Text text;
    std::optional<std::string> canonical_url;  // the publisher's page on which the text stands
    std::vector<Revision> revisions{};
};

struct Hotline {
    std::string label;
    std::string number;
};

// Whom the content is for, and where everybody else is sent.
struct Audience {
    std::vector<std::string> intended;
    Text survivor_redirect;
    std::optional<Hotline> hotline;
    std::optional<std::string> canonical_url;  // the publisher's page on which the redirect stands
    std::vector<Revision> revisions{};
};

// What stands after a section's own text, drawn from where it is kept once.
enum class Follows { nothing, resources };

struct Section {
    std::string id;
    std::vector<std::string> former_ids;
    std::string title;
    std::string language;
    Text text;  // the whole text but the list of resources, which depends on the instant
    Follows follows = Follows::nothing;
    Window window;
    std::optional<Withdrawal> withdrawn{};
    std::vector<Revision> revisions{};
};

struct Duration {
    std::chrono::seconds length{};
    std::string label;  // the publisher's words: "5 mins"
};

struct Resource {
    std::string id;
    std::vector<std::string> former_ids;
    std::string kind;        // "practice_advisory", "video", ...; a free word of the content
    std::string kind_label;  // "Practice Advisory"
    std::string title;
    std::string as_listed;  // the publisher's whole line, word for word
    std::string language;
    std::vector<std::string> audiences;
    std::vector<ResourceDate> dates;
    std::vector<Review> reviews;
    std::optional<Duration> duration;
    std::optional<std::string> href;
    std::optional<std::string> regulation;
    Window window;
    std::optional<Withdrawal> withdrawn{};
    std::vector<Revision> revisions{};
};

// A text in another language than the one in which it was written.
struct Translation {
    std::string language;
    Text text;
};

// Shown with a toolkit while a regulation is in one of `statuses`.
struct Notice {
    std::string id;
    Provenance provenance = Provenance::service;
    std::string regulation;
    std::vector<StatusKind> statuses;
    std::vector<std::string> toolkits;  // empty: all that follow the regulation
    std::string language;
    Text text;
    Window window;
    std::optional<std::chrono::year_month_day>
        effective_date{};                     // the one that it names, and without which it is untrue
    bool says_effective_date = false;         // by placeholder, so whichever it is
    std::vector<Translation> translations{};  // of the service's words alone, each in another language
    std::vector<Revision> revisions{};
};

struct Toolkit {
    std::string id;
    std::vector<std::string> former_ids;
    std::string title;
    std::string language;
    std::string canonical_url;
    std::optional<std::string> regulation;
    std::vector<Section> sections;       // in the order in which they are shown
    std::vector<std::string> resources;  // ids, in the order in which they are shown
    Window window;
    std::optional<Withdrawal> withdrawn{};
    std::vector<Revision> revisions{};
};

struct Catalogue {
    std::string revision;                     // the same for the same files, everywhere
    std::optional<base::Instant> revised_at;  // the latest revision that any file records
    Publisher publisher;
    Rights rights;
    Audience audience;
    std::vector<Regulation> regulations;  // these four in the order of their ids
    std::vector<Toolkit> toolkits;
    std::vector<Resource> resources;
    std::vector<Notice> notices;
};

// Lookups by id; the pointers live as long as the catalogue. Null when there is no such item.
const Regulation* find_regulation(const Catalogue& catalogue, std::string_view id);
const Resource* find_resource(const Catalogue& catalogue, std::string_view id);

// Where a text of the service's says the rule's effective date.
inline constexpr std::string_view kEffectiveDate = "{effective_date}";

// Which of two notices that could both be shown comes first, and why.
enum class Precedence {
    publishers_words,  // before the service's
    own_place,         // for the toolkit before for all; without a toolkit, for all before for some
    id,
};

// Why `first`, and not `second`, is shown with a toolkit (or, without one, with the regulation itself); nothing where
// it is the other way round.
std::optional<Precedence> precedence(const Notice& first, const Notice& second, bool for_toolkit);

// The notice for a regulation in a status, at an instant: for one toolkit, or (without a toolkit) for the regulation
// itself. One that names an effective date is shown while that is the rule's. A notice in the publisher's words comes
// before one of the service's, one for the toolkit before one for all (without a toolkit, one for all before one for
// some), then the order of ids decides. Null when there is none.
const Notice* notice_for(const Catalogue& catalogue, const Regulation& regulation, const Status& status,
                         std::optional<std::string_view> toolkit, base::Instant instant);

// The translation of a notice into a language; null when there is none.
const Translation* translation_of(const Notice& notice, std::string_view language);

}  // namespace toolkitd::domain
