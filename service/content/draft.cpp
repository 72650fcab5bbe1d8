#include "content/draft.h"

#include <algorithm>

#include "content/build.h"

namespace toolkitd::content {
namespace {

class Builder {
public:
    Builder(const std::vector<Item>& items, Diagnostics& all, const base::Progress& progress)
        : items_(items), all_(all), progress_(progress) {}

    Draft build() {
        each(&Builder::build_terms);
        if (const auto& publisher = draft_.publisher) defaults_ = {publisher->language, Days(publisher->zone)};
        each(&Builder::build_item);
        std::sort(draft_.notices.begin(), draft_.notices.end(),
                  [](const auto& a, const auto& b) { return a.id < b.id; });
        each(&Builder::note_translation);
        note_latest_revision();
        return std::move(draft_);
    }

private:
    void each(void (Builder::*step)(const Item&, const Report&)) {
        for (std::size_t i = 0; i < items_.size(); ++i) {
            progress_("building the catalogue", i, items_.size());
            if (items_[i].readable) (this->*step)(items_[i], Report(items_[i].file, all_));
        }
    }

    // What the others are built with.
    void build_terms(const Item& item, const Report& report) {
        if (item.location.kind == FileKind::publisher) draft_.publisher = build_publisher(item, report);
        if (item.location.kind == FileKind::rights) draft_.rights = build_rights(item, report);
        if (item.location.kind == FileKind::audience) draft_.audience = build_audience(item, report);
    }

    void build_item(const Item& item, const Report& report) {
        switch (item.location.kind) {
            case FileKind::regulation: {
                auto regulation = build_regulation(item, defaults_, report);
                if (regulation) draft_.regulations.push_back(std::move(*regulation));
                return;
            }
            case FileKind::notice: draft_.notices.push_back(build_notice(item, defaults_, report)); return;
            case FileKind::translation:
                draft_.translations.push_back({item.location.id, build_translation(item, report)});
                return;
            case FileKind::resource: draft_.resources.push_back(build_resource(item, defaults_, report)); return;
            case FileKind::toolkit: draft_.toolkits.push_back(build_toolkit(item, defaults_, report)); return;
            case FileKind::section:
                draft_.sections.push_back(
                    {item.location.toolkit,
                     build_section(item, defaults_, draft_.audience.survivor_redirect, draft_.rights.text, report)});
                return;
            case FileKind::publisher:
                if (draft_.publisher) draft_.publisher->revisions = revisions(item, report);
                return;
            case FileKind::rights: draft_.rights.revisions = revisions(item, report); return;
            case FileKind::audience: draft_.audience.revisions = revisions(item, report); return;
        }
    }

    std::vector<domain::Revision> revisions(const Item& item, const Report& report) const {
        return read_revisions(Fields(item.front_matter, report), defaults_.days);
    }

    // A revision of a translation is one of its notice.
    void note_translation(const Item& item, const Report& report) {
        if (item.location.kind != FileKind::translation) return;
        const auto own = revisions(item, report);
        const auto at_id = [](const domain::Notice& notice, const std::string& id) { return notice.id < id; };
        const auto found = std::lower_bound(draft_.notices.begin(), draft_.notices.end(), item.location.id, at_id);
        if (found == draft_.notices.end() || found->id != item.location.id) return;
        found->revisions.insert(found->revisions.end(), own.begin(), own.end());
    }

    void note_latest_revision() {
        note_revisions_of(draft_.rights);
        note_revisions_of(draft_.audience);
        if (draft_.publisher) note_revisions_of(*draft_.publisher);
        for (const auto& regulation : draft_.regulations) note_revisions_of(regulation);
        for (const auto& notice : draft_.notices) note_revisions_of(notice);
        for (const auto& resource : draft_.resources) note_revisions_of(resource);
        for (const auto& toolkit : draft_.toolkits) note_revisions_of(toolkit);
        for (const auto& [toolkit, section] : draft_.sections) note_revisions_of(section);
    }

    template <typename Built>
    void note_revisions_of(const Built& item) {
        for (const auto& revision : item.revisions) {
            draft_.revised_at = std::max(draft_.revised_at, std::optional(revision.at));
        }
    }

    const std::vector<Item>& items_;
    Diagnostics& all_;
    const base::Progress& progress_;
    Defaults defaults_{"en", Days(std::nullopt)};
    Draft draft_;
};

}  // namespace

Draft build_draft(const std::vector<Item>& items, Diagnostics& all, const base::Progress& progress) {
    return Builder(items, all, progress).build();
}

}  // namespace toolkitd::content
