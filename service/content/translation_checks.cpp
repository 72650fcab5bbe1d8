#include "content/translation_checks.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <unordered_map>

#include "base/instant.h"
#include "content/build.h"

namespace toolkitd::content {
namespace {

struct WithFile {
    const domain::Notice* notice = nullptr;
    const Item* item = nullptr;
};

std::unordered_map<std::string_view, WithFile> by_id(const std::vector<Item>& items, const Draft& draft) {
    std::unordered_map<std::string_view, WithFile> notices;
    for (const auto& notice : draft.notices) notices[notice.id].notice = &notice;
    for (const auto& item : items) {
        if (item.location.kind != FileKind::notice) continue;
        const auto found = notices.find(item.location.id);
        if (found != notices.end()) found->second.item = &item;
    }
    return notices;
}

// Where the text begins; the file as a whole where there is none.
Mark first_word(const Item& item) {
    const auto first = item.body().find_first_not_of(" \t\n");
    return first == std::string_view::npos ? Mark{} : item.file.mark_at(item.body_offset + first);
}

std::string others_than(std::string_view language) {
    std::string list;
    for (const auto served : kServedLanguages) {
        if (served != language) list.append(list.empty() ? "`" : " or `").append(served).append("`");
    }
    return list;
}

void check(const Item& item, const domain::Notice& notice, const Report& report) {
    const std::string& language = item.location.language;
    if (notice.provenance == domain::Provenance::publisher) {
        report.add(
            Rule::translation_misused, first_word(item),
            "the notice `" + notice.id +
                "` is in the publisher's words, which are served word for word and never translated; delete this "
                "file");
    } else if (language == notice.language) {
        report.add(
            Rule::translation_misused, {},
            "the notice `" + notice.id + "` is itself in `" + language + "`; change its own file, and delete this one");
    } else if (std::find(kServedLanguages.begin(), kServedLanguages.end(), language) == kServedLanguages.end()) {
        report.add(Rule::translation_misused, {},
                   "nobody can ask for the language `" + language + "`; between the name and `.md` can stand " +
                       others_than(notice.language) + ": rename the file, or delete it");
    }
}

// A date that one of them names, and the other has filled in, would be another after a delay.
void check_placeholder(const Item& item, const domain::Translation& translation, const domain::Notice& notice,
                       const Report& report) {
    const bool says = translation.text.plain.find(domain::kEffectiveDate) != std::string::npos;
    if (says == notice.says_effective_date) return;
    report.add(Rule::placeholder_misused, first_word(item),
               "the notice `" + notice.id + "` " + (says ? "does not say" : "says") + " `" +
                   std::string(domain::kEffectiveDate) + "`, and this translation " + (says ? "does" : "does not") +
                   "; both have to say the date in the same way");
}

std::optional<base::Instant> revised(const Item& item) {
    Diagnostics told_before;
    const Report report(item.file, told_before);
    std::optional<base::Instant> latest;
    for (const auto& revision : read_revisions(Fields(item.front_matter, report), Days(std::nullopt))) {
        latest = std::max(latest, std::optional(revision.at));
    }
    return latest;
}

void check_age(const Item& item, const Item& notice, const Report& report) {
    const auto day = revised(notice);
    if (revised(item) >= day) return;
    const Node* revisions = item.front_matter.find("revisions");
    report.add(
        Rule::translation_outdated, revisions ? revisions->key_mark : Mark{},
        "the notice `" + notice.location.id + "` was revised on " + base::rfc3339(*day).substr(0, 10) +
            ", and this translation not since; see whether it still says the same, and add a line for that day or "
            "a later one under `revisions`");
}

}  // namespace

void check_translations(const std::vector<Item>& items, const Draft& draft, Diagnostics& all) {
    const auto notices = by_id(items, draft);
    for (const auto& item : items) {
        if (item.location.kind != FileKind::translation || !item.readable) continue;
        const auto found = notices.find(item.location.id);
        if (found == notices.end()) continue;
        const Report report(item.file, all);
        check(item, *found->second.notice, report);
        check_age(item, *found->second.item, report);
        for (const auto& [id, translation] : draft.translations) {
            const bool is_this = id == found->second.notice->id && translation.language == item.location.language;
            if (is_this) check_placeholder(item, translation, *found->second.notice, report);
        }
    }
}

}  // namespace toolkitd::content
