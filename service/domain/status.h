// Which state a regulation is in at an instant: from its events and the clock, and from nothing else.
//
// Pure functions, safe to call from any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.h"
#include "domain/regulation.h"
#include "domain/words.h"

namespace toolkitd::domain {

// Why the status is what it is.
enum class Reason {
    no_event_known,
    proposed,
    published_with_date,
    published_without_date,
    effective_date_reached,
    delayed_to_date,
    delayed_without_date,
    stayed,
    enjoined,
    vacated,
    withdrawn,
    superseded,
    limited_in_part,
};

std::string_view word(Reason reason);

// A part of a rule that is without force while the rest has it.
struct Limit {
    EventKind kind = EventKind::enjoined;
    std::string event;
    Scope scope;
    base::Instant since;
    std::optional<base::Instant> until;  // where the event names its end: the new date of a delay

    bool operator==(const Limit&) const = default;
};

struct NextChange {
    base::Instant at;
    StatusKind status = StatusKind::unknown;
    Basis basis = Basis::convention;

    bool operator==(const NextChange&) const = default;
};

struct Status {
    StatusKind kind = StatusKind::unknown;
    std::optional<bool> in_effect;          // nothing while the status is unknown
    std::optional<base::Instant> since;     // from when `kind` has held without a break; see below
    std::optional<Moment> effective;        // the rule's effective date as far as it is known
    std::optional<NextChange> next_change;  // by what is known at the instant
    Reason reason = Reason::no_event_known;
    std::optional<std::string> reason_event;  // the event that decides
    std::optional<Basis> basis;               // of the moment that decides
    std::vector<Limit> limits;                // parts without force, in order of announcement

    bool operator==(const Status&) const = default;
};

// The status at `instant`, by the events announced up to and at that instant. An instant equal to that of an event is
// already after it. Rules: a later event overrides an earlier date; a stay, an injunction or a vacatur ends by a
// `lifted` event alone; a correction changes nothing; a block with a scope leaves the rest of the rule in force.
//
// `since` goes by what is known at the instant: an order, or a rule, that was announced after the day on which it took
// effect counts from that day.
Status status_at(const Regulation& regulation, base::Instant instant);

// Every instant at which the status, or what is known of it, may change; ascending, each once.
std::vector<base::Instant> status_instants(const Regulation& regulation);

}  // namespace toolkitd::domain
