#include "content/translation_checks.h"

#include <algorithm>

namespace toolkitd::content {
namespace {

const domain::Notice* notice_of(const Item& translation, const Draft& draft) {
    const auto found = std::find_if(draft.notices.begin(), draft.notices.end(),
                                    [&](const domain::Notice& notice) { return notice.id == translation.location.id; });
    return found == draft.notices.end() ? nullptr : &*found;
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

}  // namespace

void check_translations(const std::vector<Item>& items, const Draft& draft, Diagnostics& all) {
    for (const auto& item : items) {
        if (item.location.kind != FileKind::translation || !item.readable) continue;
        if (const auto* notice = notice_of(item, draft)) check(item, *notice, Report(item.file, all));
    }
}

}  // namespace toolkitd::content
