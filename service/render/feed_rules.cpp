// What feeds say of regulations: what was announced, what became of it, and what is planned.
#include <algorithm>

#include "domain/status.h"
#include "render/feed_content.h"
#include "render/feed_entry.h"
#include "render/messages.h"
#include "render/wording.h"

namespace toolkitd::render {
namespace {

using base::Instant;
using domain::Event;
using domain::NextChange;
using domain::Regulation;

class Rule {
public:
    Rule(const View& view, FeedScope scope, const Regulation& regulation)
        : view_(view),
          regulation_(regulation),
          name_("regulation/" + regulation.id + "/"),
          page_(page_of(view, scope, regulation)) {}

    void add_to(std::vector<FeedEntry>& entries) const {
        for (const auto& event : regulation_.events) {
            if (event.announced.at <= view_.instant()) entries.push_back(announced(event));
        }
        for (const Instant at : domain::status_instants(regulation_)) {
            if (at <= view_.instant() && is_change_by_itself(at)) entries.push_back(changed(at));
        }
        if (const auto& next = view_.status(regulation_.id)->next_change) entries.push_back(planned(*next));
    }

private:
    // Where no toolkit is shown, the newest document that is somewhere.
    static std::string page_of(const View& view, FeedScope scope, const Regulation& regulation) {
        std::string page = page_for_people(view, scope, &regulation);
        if (!page.empty()) return page;
        for (const auto& document : regulation.documents) page = document.href.value_or(page);
        return page.empty() ? view.url("/docs") : page;
    }

    std::string say(const std::string& key, MessageArguments arguments = {}) const {
        return message(view_.language(), "feed." + key, arguments);
    }

    std::string day_of(Instant at) const { return long_date(regulation_.zone.day_of(at), view_.language()); }

    std::string status_at(Instant at) const {
        return say("status_" + std::string(domain::word(domain::status_at(regulation_, at).kind)));
    }

    std::string reason_at(Instant at) const {
        return reason_text(domain::status_at(regulation_, at), view_.language());
    }

    FeedEntry entry(Told told, const std::string& name, Instant at) const {
        return {.told = told,
                .id = feed_id(view_, name_ + name),
                .at = at,
                .due = {},
                .title = {},
                .text = {},
                .list = {},
                .url = page_};
    }

    FeedEntry announced(const Event& event) const {
        auto made = entry(Told::event, "event/" + event.id, event.announced.at);
        made.title = regulation_.short_title + ": " + say("event_" + std::string(domain::word(event.kind)));
        made.text = event.kind == domain::EventKind::corrected ? say("corrected_note") : reason_at(event.announced.at);
        if (event.note) made.text += " " + *event.note;
        for (const auto& document : regulation_.documents) {
            if (std::count(event.documents.begin(), event.documents.end(), document.id) == 0) continue;
            made.list.push_back(document.title + (document.citation ? " (" + *document.citation + ")" : ""));
            if (document.href) made.url = *document.href;
        }
        return made;
    }

    // A change that comes with an announcement is told with it.
    bool is_change_by_itself(Instant at) const {
        const auto& events = regulation_.events;
        const bool announced =
            std::any_of(events.begin(), events.end(), [&](const Event& event) { return event.announced.at == at; });
        return !announced && domain::status_at(regulation_, at - std::chrono::seconds{1}).kind !=
                                 domain::status_at(regulation_, at).kind;
    }

    FeedEntry changed(Instant at) const {
        auto made = entry(Told::status, "status/" + base::rfc3339(at), at);
        made.title = say("status", {{"rule", regulation_.short_title}, {"status", status_at(at)}});
        made.text = reason_at(at);
        return made;
    }

    FeedEntry planned(const NextChange& next) const {
        const std::string status(domain::word(next.status));
        auto made = entry(Told::planned, "planned/" + base::rfc3339(next.at) + "/" + status, known_since(next));
        made.due = next.at;
        made.title =
            say("planned",
                {{"rule", regulation_.short_title}, {"status", say("status_" + status)}, {"day", day_of(next.at)}});
        made.text = reason_at(view_.instant()) + " " + say("planned_note");
        if (next.basis == domain::Basis::convention) {
            made.text += " " + convention_text(regulation_.zone.name(), view_.language());
        }
        return made;
    }

    // From when what is planned now has been planned without a break.
    Instant known_since(const NextChange& next) const {
        std::optional<Instant> since;
        for (const Instant at : domain::status_instants(regulation_)) {
            if (at > view_.instant()) break;
            const auto then = domain::status_at(regulation_, at).next_change;
            const bool same = then && then->at == next.at && then->status == next.status;
            since = same ? since.value_or(at) : std::optional<Instant>();
        }
        return since.value_or(view_.instant());
    }

    const View& view_;
    const Regulation& regulation_;
    std::string name_;
    std::string page_;
};

}  // namespace

void add_rule_entries(const View& view, FeedScope scope, std::vector<FeedEntry>& entries) {
    for (const auto* regulation : feed_regulations(view.catalogue(), scope)) {
        if (view.status(regulation->id)) Rule(view, scope, *regulation).add_to(entries);
    }
}

}  // namespace toolkitd::render
