#include "domain/status.h"

#include <algorithm>
#include <array>
#include <map>

namespace toolkitd::domain {
namespace {

using base::Instant;
using Known = std::vector<const Event*>;

Known known_at(const Regulation& regulation, Instant instant) {
    Known known;
    for (const Event& event : regulation.events) {
        if (event.announced.at <= instant) known.push_back(&event);
    }
    return known;
}

const Moment& bite(const Event& event) { return event.takes_effect ? *event.takes_effect : event.announced; }

// A date in a proposal or in a correction changes no status.
bool dated(const Event& event) {
    return event.takes_effect && event.kind != EventKind::proposed && event.kind != EventKind::corrected;
}

bool same_part(const Scope& a, const Scope& b) {
    return std::is_permutation(a.places.begin(), a.places.end(), b.places.begin(), b.places.end()) &&
           std::is_permutation(a.provisions.begin(), a.provisions.end(), b.provisions.begin(), b.provisions.end());
}

bool ends_the_rule(EventKind kind) {
    return kind == EventKind::vacated || kind == EventKind::withdrawn || kind == EventKind::superseded;
}

// What a history of known events amounts to at an instant.
struct Standing {
    const Event* proposal = nullptr;
    const Event* plan = nullptr;      // the latest event that speaks of the effective date
    std::optional<Moment> effective;  // by that event
    bool delayed = false;
    std::vector<const Event*> walls;   // blocks of the whole rule in force
    std::vector<const Event*> limits;  // blocks and delays of parts in force

    void apply(const Event& event, Instant instant);

private:
    void set_plan(const Event& event, std::optional<Moment> date);
    void postpone_part(const Event& event, Instant instant);
    void block(const Event& event);
    void lift(const std::string& id);
};

void Standing::set_plan(const Event& event, std::optional<Moment> date) {
    plan = &event;
    effective = date;
    delayed = event.kind == EventKind::delayed || (delayed && event.kind != EventKind::published);
}

void Standing::postpone_part(const Event& event, Instant instant) {
    if (instant < event.announced.at) return;
    std::erase_if(limits, [&](const Event* other) {
        return other->kind == EventKind::delayed && same_part(other->scope, event.scope);
    });
    if (!event.takes_effect || instant < event.takes_effect->at) limits.push_back(&event);
}

void Standing::block(const Event& event) { (event.scope.whole() ? walls : limits).push_back(&event); }

void Standing::lift(const std::string& id) {
    const auto named = [&](const Event* event) { return event->id == id; };
    std::erase_if(walls, named);
    std::erase_if(limits, named);
}

void Standing::apply(const Event& event, Instant instant) {
    switch (event.kind) {
        case EventKind::proposed: proposal = &event; return;
        case EventKind::corrected: return;
        case EventKind::published: set_plan(event, event.takes_effect); return;
        case EventKind::effective: set_plan(event, bite(event)); return;
        case EventKind::delayed:
            if (event.scope.whole()) return set_plan(event, event.takes_effect);
            return postpone_part(event, instant);
        case EventKind::lifted:
            if (event.lifts && bite(event).at <= instant) lift(*event.lifts);
            return;
        case EventKind::stayed:
        case EventKind::enjoined:
        case EventKind::vacated:
        case EventKind::withdrawn:
        case EventKind::superseded:
            if (bite(event).at <= instant) block(event);
            return;
    }
}

Standing stand(const Known& known, Instant instant) {
    Standing standing;
    for (const Event* event : known) standing.apply(*event, instant);
    return standing;
}

struct Verdict {
    StatusKind kind;
    Reason reason;
    const Event* event;
    std::optional<Moment> moment;
};

Verdict wall_verdict(const Event& event) {
    const auto verdict = [&](StatusKind kind, Reason reason) { return Verdict{kind, reason, &event, bite(event)}; };
    if (event.kind == EventKind::vacated) return verdict(StatusKind::vacated, Reason::vacated);
    if (event.kind == EventKind::withdrawn) return verdict(StatusKind::withdrawn, Reason::withdrawn);
    if (event.kind == EventKind::superseded) return verdict(StatusKind::superseded, Reason::superseded);
    if (event.kind == EventKind::enjoined) return verdict(StatusKind::enjoined, Reason::enjoined);
    return verdict(StatusKind::stayed, Reason::stayed);
}

// An end of the rule weighs more than an injunction, that more than a stay; among equals the latest decides.
const Event* heaviest(const std::vector<const Event*>& walls) {
    const auto weight = [](const Event* event) {
        return ends_the_rule(event->kind) ? 2 : event->kind == EventKind::enjoined ? 1 : 0;
    };
    const Event* found = nullptr;
    for (const Event* event : walls) {
        if (!found || weight(event) >= weight(found)) found = event;
    }
    return found;
}

Verdict planned_verdict(const Standing& standing) {
    const Moment announced = standing.plan->announced;
    if (standing.delayed) {
        const auto reason = standing.effective ? Reason::delayed_to_date : Reason::delayed_without_date;
        return {StatusKind::delayed, reason, standing.plan, standing.effective ? *standing.effective : announced};
    }
    const auto reason = standing.effective ? Reason::published_with_date : Reason::published_without_date;
    return {StatusKind::pending, reason, standing.plan, standing.effective ? *standing.effective : announced};
}

Verdict judge(const Standing& standing, Instant instant) {
    if (const Event* wall = heaviest(standing.walls)) return wall_verdict(*wall);
    if (!standing.plan) {
        if (!standing.proposal) return {StatusKind::unknown, Reason::no_event_known, nullptr, std::nullopt};
        return {StatusKind::proposed, Reason::proposed, standing.proposal, standing.proposal->announced};
    }
    if (!standing.effective || instant < standing.effective->at) return planned_verdict(standing);
    if (!standing.limits.empty()) {
        const Event* latest = standing.limits.back();
        return {StatusKind::partially_effective, Reason::limited_in_part, latest, bite(*latest)};
    }
    return {StatusKind::effective, Reason::effective_date_reached, standing.plan, standing.effective};
}

std::vector<Instant> sorted(std::vector<Instant> instants) {
    std::sort(instants.begin(), instants.end());
    instants.erase(std::unique(instants.begin(), instants.end()), instants.end());
    return instants;
}

std::optional<NextChange> next_change(const Known& known, StatusKind now, Instant instant) {
    std::multimap<Instant, const Moment*> moments;  // those of one instant in the order of the events
    for (const Event* event : known) {
        if (dated(*event) && event->takes_effect->at > instant) {
            moments.emplace(event->takes_effect->at, &*event->takes_effect);
        }
    }
    for (const auto& [at, moment] : moments) {
        const Verdict then = judge(stand(known, at), at);
        if (then.kind == now) continue;
        const bool decides = then.moment && then.moment->at == at;
        return NextChange{at, then.kind, decides ? then.moment->basis : moment->basis};
    }
    return std::nullopt;
}

// The instant from which what `kind_at` says of `instant` has held, by what it says of all instants up to that one.
template <typename KindAt>
std::optional<Instant> unbroken(const std::vector<Instant>& instants, Instant instant, KindAt kind_at) {
    std::optional<Instant> start;
    auto last = StatusKind::unknown;
    for (const Instant at : instants) {
        if (at > instant) break;
        const StatusKind then = kind_at(at);
        if (then != last) start = at;
        last = then;
    }
    return start;
}

bool is_in_wait(StatusKind kind) {
    return kind == StatusKind::unknown || kind == StatusKind::proposed || kind == StatusKind::pending ||
           kind == StatusKind::delayed;
}

// A wait begins when it is announced. Force and its loss may have begun before that: a rule published after the day on
// which it took effect has been effective since that day, and so with an order told late.
std::optional<Instant> since(const Regulation& regulation, const Known& known, StatusKind kind, Instant instant) {
    const std::vector<Instant> instants = status_instants(regulation);
    const auto as_told =
        unbroken(instants, instant, [&](Instant at) { return judge(stand(known_at(regulation, at), at), at).kind; });
    if (is_in_wait(kind)) return as_told;
    return std::min(as_told, unbroken(instants, instant, [&](Instant at) { return judge(stand(known, at), at).kind; }));
}

std::optional<bool> in_effect(StatusKind kind) {
    if (kind == StatusKind::unknown) return std::nullopt;
    return kind == StatusKind::effective || kind == StatusKind::partially_effective;
}

std::vector<Limit> limits_of(const Standing& standing) {
    std::vector<Limit> limits;
    for (const Event* event : standing.limits) {
        const bool postponed = event->kind == EventKind::delayed;
        const Instant from = postponed ? event->announced.at : bite(*event).at;
        const auto until = postponed && event->takes_effect ? std::optional(event->takes_effect->at) : std::nullopt;
        limits.push_back({event->kind, event->id, event->scope, from, until});
    }
    return limits;
}

}  // namespace

std::string_view word(Reason reason) {
    static constexpr auto kWords =
        std::to_array<std::string_view>({"no_event_known", "proposed", "published_with_date", "published_without_date",
                                         "effective_date_reached", "delayed_to_date", "delayed_without_date", "stayed",
                                         "enjoined", "vacated", "withdrawn", "superseded", "limited_in_part"});
    return kWords.at(static_cast<std::size_t>(reason));
}

Status status_at(const Regulation& regulation, Instant instant) {
    const Known known = known_at(regulation, instant);
    const Standing standing = stand(known, instant);
    const Verdict verdict = judge(standing, instant);
    Status status;
    status.kind = verdict.kind;
    status.in_effect = in_effect(verdict.kind);
    status.since = since(regulation, known, verdict.kind, instant);
    status.effective = standing.effective;
    status.next_change = next_change(known, verdict.kind, instant);
    status.reason = verdict.reason;
    if (verdict.event) status.reason_event = verdict.event->id;
    if (verdict.moment) status.basis = verdict.moment->basis;
    status.limits = limits_of(standing);
    return status;
}

std::vector<Instant> status_instants(const Regulation& regulation) {
    std::vector<Instant> instants;
    for (const Event& event : regulation.events) {
        instants.push_back(event.announced.at);
        if (dated(event)) instants.push_back(event.takes_effect->at);
    }
    return sorted(std::move(instants));
}

}  // namespace toolkitd::domain
