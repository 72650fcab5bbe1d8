// A rule as a history of events. The history is kept by a person; what it means at an instant is in `domain/status.h`.
//
// Plain values.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "base/instant.h"
#include "base/zone.h"
#include "domain/revision.h"
#include "domain/text.h"
#include "domain/window.h"
#include "domain/words.h"

namespace toolkitd::domain {

// When something is said to happen: the civil day in the regulation's zone, and the instant that stands for it.
struct Moment {
    std::chrono::year_month_day day;
    base::Instant at;
    Basis basis = Basis::convention;

    bool operator==(const Moment&) const = default;
};

// What an event is limited to. Empty: all of the rule, everywhere.
struct Scope {
    std::vector<std::string> places;
    std::vector<std::string> provisions;

    bool whole() const { return places.empty() && provisions.empty(); }
    bool operator==(const Scope&) const = default;
};

// Two times belong to an event: `announced`, from which it is known, and `takes_effect`.
//
// What `takes_effect` means, and what its absence means, by kind:
//   published             the rule's effective date; none was given
//   delayed               the new effective date; delayed with no new date
//   effective             the rule's effective date; the day of the announcement
//   stayed .. superseded  when it bites; at once, on the announcement
//   lifted                when the block `lifts` ends; at once, on the announcement
//   proposed, corrected   no bearing on the status
struct Event {
    std::string id;
    EventKind kind = EventKind::published;
    Moment announced;
    std::optional<Moment> takes_effect;
    Scope scope;                         // delayed, stayed, enjoined and vacated events only
    std::optional<std::string> lifts;    // the id of an earlier event; lifted events only
    std::vector<std::string> documents;  // ids in Regulation::documents
    std::optional<std::string> note;
    Confidence confidence = Confidence::high;
};

// A document in the official journal.
struct Document {
    std::string id;
    std::string kind;  // "final_rule", "correction", ...
    std::string title;
    std::optional<std::string> citation;
    std::string document_number;
    std::optional<std::string> href;
    std::chrono::year_month_day published;
    std::optional<std::chrono::year_month_day> effective;
    Confidence confidence = Confidence::high;
};

struct Regulation {
    std::string id;
    std::vector<std::string> former_ids;
    std::string title;
    std::string short_title;
    std::string agency;
    std::optional<std::string> rin;
    std::optional<std::string> docket;
    std::vector<std::string> cfr_parts;
    std::vector<std::string> replaces;  // citations
    std::optional<Text> summary;
    std::string language;
    base::Zone zone;                  // in which its days begin
    std::vector<Document> documents;  // the first is the rule itself
    std::vector<Event> events;        // in order of announcement; events of one instant in the order of the file
    Window window;
    std::vector<Revision> revisions{};
    std::vector<std::string> finalizes{};  // citations of interim rules that it adopts as final
};

}  // namespace toolkitd::domain
