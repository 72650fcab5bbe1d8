#include "site/timeline.h"

#include <chrono>
#include <map>

namespace toolkitd::site {
namespace {

using Changes = std::map<base::Instant, Change>;

void note(Changes& changes, base::Instant at, std::string what) {
    changes[at].what.push_back(std::move(what));
    changes[at].history_alone = false;
}

void add_window(const domain::Window& window, const std::string& item, Changes& changes) {
    if (window.from) note(changes, *window.from, item + " is shown from now on");
    if (window.until) note(changes, *window.until, item + " is no longer shown");
}

std::string quoted(std::string_view kind, std::string_view id) { return std::string(kind) + " " + std::string(id); }

void add_status(const domain::Regulation& regulation, base::Instant at, Changes& changes) {
    const auto before = domain::status_at(regulation, at - std::chrono::seconds{1});
    const auto after = domain::status_at(regulation, at);
    Change& change = changes[at];
    if (before != after) change.history_alone = false;
    if (before.kind == after.kind) return;
    change.what.push_back(quoted("regulation", regulation.id) + ": the status changes from " +
                          std::string(domain::word(before.kind)) + " to " + std::string(domain::word(after.kind)));
}

void add_events(const domain::Regulation& regulation, Changes& changes) {
    const std::string name = quoted("regulation", regulation.id);
    for (const auto& event : regulation.events) {
        changes[event.announced.at].what.push_back(name + ": the event " + event.id + " (" +
                                                   std::string(domain::word(event.kind)) + ") becomes known");
    }
    for (const auto at : domain::status_instants(regulation)) add_status(regulation, at, changes);
}

void add_review_days(const domain::Resource& resource, Changes& changes) {
    for (const auto& review : resource.reviews) {
        note(changes, review.at,
             quoted("resource", resource.id) + ": a review finds it " + std::string(domain::word(review.finding)));
    }
}

Changes collect(const domain::Catalogue& catalogue) {
    Changes changes;
    for (const auto& regulation : catalogue.regulations) {
        add_window(regulation.window, quoted("regulation", regulation.id), changes);
        add_events(regulation, changes);
    }
    for (const auto& toolkit : catalogue.toolkits) {
        add_window(toolkit.window, quoted("toolkit", toolkit.id), changes);
        for (const auto& section : toolkit.sections) {
            add_window(section.window, quoted("section", toolkit.id + "/" + section.id), changes);
        }
    }
    for (const auto& resource : catalogue.resources) {
        add_window(resource.window, quoted("resource", resource.id), changes);
        add_review_days(resource, changes);
    }
    for (const auto& notice : catalogue.notices) add_window(notice.window, quoted("notice", notice.id), changes);
    return changes;
}

}  // namespace

std::vector<Change> timeline(const domain::Catalogue& catalogue) {
    std::vector<Change> list;
    for (auto& [at, change] : collect(catalogue)) list.push_back({at, std::move(change.what), change.history_alone});
    return list;
}

}  // namespace toolkitd::site
