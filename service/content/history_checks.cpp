#include "content/history_checks.h"

#include <algorithm>
#include <set>

#include "content/nearest.h"

namespace toolkitd::content {
namespace {

using domain::Event;
using domain::EventKind;

bool can_have_scope(EventKind kind) {
    return kind == EventKind::delayed || kind == EventKind::stayed || kind == EventKind::enjoined ||
           kind == EventKind::vacated;
}

bool can_be_lifted(EventKind kind) {
    return kind == EventKind::stayed || kind == EventKind::enjoined || kind == EventKind::vacated;
}

// The ids under a list, each reported where it comes a second time.
std::vector<std::string> collect_ids(const Fields& regulation, std::string_view key) {
    std::vector<std::string> ids;
    for (const auto& entry : regulation.entries(key)) {
        const Node* id = entry.scalar("id");
        if (id == nullptr) continue;
        if (std::find(ids.begin(), ids.end(), id->scalar) != ids.end()) {
            entry.report().add(Rule::duplicate_id, id->mark,
                               "`" + id->scalar + "` names another entry of `" + std::string(key) +
                                   "` already; give this one a name of its own");
        }
        ids.push_back(id->scalar);
    }
    return ids;
}

void check_documents(const Fields& entry, const std::vector<std::string>& known) {
    const Node* list = entry.node().find("documents");
    if (list == nullptr) return;
    for (const auto& document : list->children) {
        if (!document.is_scalar() || std::find(known.begin(), known.end(), document.scalar) != known.end()) continue;
        const auto near = nearest(document.scalar, known);
        entry.report().add(Rule::unknown_reference, document.mark,
                           "there is no document `" + document.scalar + "` in this file; " +
                               (near ? "did you mean `" + *near + "`?" : "add it under `documents`"));
    }
}

void check_scope(const Fields& entry, EventKind kind) {
    if (can_have_scope(kind)) return;
    for (const auto* key : {"places", "provisions"}) {
        const Node* scope = entry.node().find(key);
        if (scope == nullptr) continue;
        entry.report().add(Rule::scope_misused, scope->key_mark,
                           "`" + std::string(key) +
                               "` can stand with delayed, stayed, enjoined and vacated only; take "
                               "it away, or change the kind");
    }
}

void check_lifts(const Fields& entry, EventKind kind, const std::vector<Event>& events) {
    const Node* lifts = entry.scalar("lifts");
    const bool lifted = kind == EventKind::lifted;
    if (!lifted && lifts == nullptr) return;
    if (!lifted || lifts == nullptr) {
        entry.report().add(Rule::lifts_misused, lifts == nullptr ? entry.node().mark : lifts->key_mark,
                           lifted ? "an event of the kind `lifted` says under `lifts` which earlier event ends; add it"
                                  : "`lifts` can stand with an event of the kind `lifted` only; take it away");
        return;
    }
    for (const auto& event : events) {
        if (event.id == entry.text("id")) break;
        if (event.id == lifts->scalar && can_be_lifted(event.kind)) return;
    }
    entry.report().add(Rule::lifts_misused, lifts->mark,
                       "`" + lifts->scalar +
                           "` is no earlier event of the kind stayed, enjoined or vacated; name the "
                           "one that ends");
}

}  // namespace

void check_history(const Fields& regulation, const std::vector<Event>& events) {
    const auto documents = collect_ids(regulation, "documents");
    collect_ids(regulation, "events");
    for (const auto& entry : regulation.entries("events")) {
        check_documents(entry, documents);
        const auto kind = domain::from_word<EventKind>(entry.text("kind"));
        if (!kind) continue;
        check_scope(entry, *kind);
        check_lifts(entry, *kind, events);
    }
}

}  // namespace toolkitd::content
