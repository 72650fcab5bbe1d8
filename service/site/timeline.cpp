#include "site/timeline.h"

#include <chrono>
#include <map>

namespace toolkitd::site {
namespace {

using Changes = std::map<base::Instant, std::vector<std::string>>;

void add_window(const domain::Window& window, const std::string& item, Changes& changes) {
    if (window.from) changes[*window.from].push_back(item + " is shown from now on");
    if (window.until) changes[*window.until].push_back(item + " is no longer shown");
}

std::string quoted(std::string_view kind, std::string_view id) { return std::string(kind) + " " + std::string(id); }

std::string status_word(const domain::Regulation& regulation, base::Instant at) {
    return std::string(domain::word(domain::status_at(regulation, at).kind));
}

void add_events(const domain::Regulation& regulation, Changes& changes) {
    const std::string name = quoted("regulation", regulation.id);
    for (const auto& event : regulation.events) {
        changes[event.announced.at].push_back(name + ": the event " + event.id + " (" +
                                              std::string(domain::word(event.kind)) + ") becomes known");
    }
    for (const auto at : domain::status_instants(regulation)) {
        const std::string before = status_word(regulation, at - std::chrono::seconds{1});
        const std::string after = status_word(regulation, at);
        if (before != after)
            changes[at].push_back(name + ": the status changes from " + before + " to " + after);
        else
            changes[at];
    }
}

void add_review_days(const domain::Resource& resource, Changes& changes) {
    for (const auto& review : resource.reviews) {
        changes[review.at].push_back(quoted("resource", resource.id) + ": a review finds it " +
                                     std::string(domain::word(review.finding)));
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
    for (auto& [at, what] : collect(catalogue)) list.push_back({at, what});
    return list;
}

}  // namespace toolkitd::site
