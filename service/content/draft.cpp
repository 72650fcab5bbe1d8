#include "content/draft.h"

#include <algorithm>

#include "content/build.h"

namespace toolkitd::content {
namespace {

class Builder {
public:
    Builder(const std::vector<Item>& items, Diagnostics& all) : items_(items), all_(all) {}

    Draft build() {
        each(&Builder::build_terms);
        if (const auto& publisher = draft_.publisher) defaults_ = {publisher->language, Days(publisher->zone)};
        each(&Builder::build_item);
        each(&Builder::note_revision);
        return std::move(draft_);
    }

private:
    void each(void (Builder::*step)(const Item&, const Report&)) {
        for (const auto& item : items_) {
            if (item.readable) (this->*step)(item, Report(item.file, all_));
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
            case FileKind::rights:
            case FileKind::audience: return;
        }
    }

    void note_revision(const Item& item, const Report& report) {
        draft_.revised_at = std::max(draft_.revised_at, latest_revision(item, defaults_.days, report));
    }

    const std::vector<Item>& items_;
    Diagnostics& all_;
    Defaults defaults_{"en", Days(std::nullopt)};
    Draft draft_;
};

}  // namespace

Draft build_draft(const std::vector<Item>& items, Diagnostics& all) { return Builder(items, all).build(); }

}  // namespace toolkitd::content
