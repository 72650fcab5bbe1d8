// What feeds say of items: what was published, withdrawn and revised, and what is to be withdrawn.
#include <algorithm>
#include <map>
#include <utility>

#include "render/feed_content.h"
#include "render/feed_entry.h"
#include "render/messages.h"
#include "render/wording.h"

namespace toolkitd::render {
namespace {

using base::Instant;

class Changes {
public:
    Changes(const View& view, FeedScope scope)
        : view_(view), scope_(scope), items_(feed_items(view.catalogue(), scope)) {}

    void add_to(std::vector<FeedEntry>& entries) const {
        for (const auto& item : items_) {
            if (item.window && (!item.around || item.around->holds(view_.instant()))) add_window(item, entries);
        }
        for (const auto& [revision, items] : revised()) entries.push_back(revised_entry(*revision, items));
    }

private:
    using Items = std::vector<const FeedItem*>;
    using Revised = std::vector<std::pair<const domain::Revision*, Items>>;

    std::string say(const std::string& key, MessageArguments arguments = {}) const {
        return message(view_.language(), "feed." + key, arguments);
    }

    std::string name_of(const FeedItem& item) const { return say("item_" + item.kind, {{"title", item.title}}); }

    std::string people_url(const std::string& own) const {
        const std::string url = own.empty() ? page_for_people(view_, scope_) : own;
        return url.empty() ? view_.url("/docs") : url;
    }

    FeedEntry entry(Told told, const std::string& name, Instant at, const std::string& url) const {
        return {.told = told,
                .id = feed_id(view_, name),
                .at = at,
                .due = {},
                .title = {},
                .text = {},
                .list = {},
                .url = people_url(url)};
    }

    void add_window(const FeedItem& item, std::vector<FeedEntry>& entries) const {
        const auto& from = item.window->from;
        const auto& until = item.window->until;
        if (from && *from <= view_.instant()) entries.push_back(window_entry(Told::published, item, *from));
        if (until && *until <= view_.instant()) entries.push_back(window_entry(Told::withdrawn, item, *until));
        if (until && item.is_shown(view_.instant())) add_planned(item, *until, entries);
    }

    FeedEntry window_entry(Told told, const FeedItem& item, Instant at) const {
        const std::string what(word(told));
        auto made = entry(told, item.kind + "/" + item.id + "/" + what + "/" + base::rfc3339(at), at, item.url);
        made.title = say(what, {{"item", name_of(item)}});
        made.text = say(what + "_note", {{"day", day_of(at)}});
        if (told == Told::withdrawn && item.withdrawn) made.text += " " + item.withdrawn->reason;
        return made;
    }

    // Which of the revisions set the end is not recorded: with the last of them it is certainly known.
    void add_planned(const FeedItem& item, Instant until, std::vector<FeedEntry>& entries) const {
        Instant known = item.window->from.value_or(base::kEarliest);
        for (const auto& revision : *item.revisions) known = std::max(known, revision.at);
        if (known == base::kEarliest || known > view_.instant()) return;
        const std::string name = item.kind + "/" + item.id + "/planned/" + base::rfc3339(until);
        auto made = entry(Told::planned, name, known, item.url);
        made.due = until;
        made.title = say("to_be_withdrawn", {{"item", name_of(item)}, {"day", day_of(until)}});
        made.text = say("to_be_withdrawn_note");
        entries.push_back(std::move(made));
    }

    std::string day_of(Instant at) const {
        return long_date(view_.catalogue().publisher.zone.day_of(at), view_.language());
    }

    // Those of one day and one note are one change, whatever files it is recorded in.
    Revised revised() const {
        std::map<std::pair<Instant, std::string>, std::size_t> places;
        Revised all;
        for (const auto& item : items_) {
            if (!item.is_shown(view_.instant())) continue;
            for (const auto& revision : *item.revisions) {
                if (revision.at > view_.instant()) continue;
                const auto [place, is_new] = places.emplace(std::pair(revision.at, revision.note), all.size());
                if (is_new) all.push_back({&revision, {}});
                all[place->second].second.push_back(&item);
            }
        }
        return all;
    }

    FeedEntry revised_entry(const domain::Revision& revision, const Items& items) const {
        const std::string scope = scope_ ? scope_->id : std::string();
        const std::string name = "revised/" + scope + "/" + base::rfc3339(revision.at) + "/" + revision.note;
        const std::string url = scope_ ? scope_->canonical_url : items.front()->url;
        auto made = entry(Told::revised, name, revision.at, url);
        made.title = say("revised", {{"note", revision.note}});
        made.text = say("revised_note", {{"day", long_date(revision.on, view_.language())}});
        for (const auto* item : items) made.list.push_back(name_of(*item));
        return made;
    }

    const View& view_;
    FeedScope scope_;
    std::vector<FeedItem> items_;
};

}  // namespace

void add_item_entries(const View& view, FeedScope scope, std::vector<FeedEntry>& entries) {
    Changes(view, scope).add_to(entries);
}

}  // namespace toolkitd::render
