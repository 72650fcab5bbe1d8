#include "content/notice_checks.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <unordered_map>

#include "base/instant.h"

namespace toolkitd::content {
namespace {

using domain::Notice;

template <typename T>
const T* first_common(const std::vector<T>& a, const std::vector<T>& b) {
    const auto found = std::find_first_of(a.begin(), a.end(), b.begin(), b.end());
    return found == a.end() ? nullptr : &*found;
}

bool overlap(const domain::Window& a, const domain::Window& b) {
    const auto until = [](const domain::Window& window) { return window.until.value_or(base::kLatest); };
    const auto from = [](const domain::Window& window) { return window.from.value_or(base::kEarliest); };
    return from(a) < until(b) && from(b) < until(a);
}

// Whether two notices are for the same toolkits; one for named toolkits comes before one for all, so these do not meet.
bool same_toolkits(const Notice& a, const Notice& b) {
    if (a.toolkits.empty() || b.toolkits.empty()) return a.toolkits.empty() && b.toolkits.empty();
    return first_common(a.toolkits, b.toolkits) != nullptr;
}

// Whether they are bound to different effective dates, and so never true at once.
bool name_other_days(const Notice& a, const Notice& b) {
    return a.effective_date && b.effective_date && a.effective_date != b.effective_date;
}

// The status in which both would be shown; null when there is none.
const domain::StatusKind* clash(const Notice& a, const Notice& b) {
    const bool equal = a.provenance == b.provenance && same_toolkits(a, b);
    return equal && can_hold_at_once(a, b) ? first_common(a.statuses, b.statuses) : nullptr;
}

using Toolkits = std::unordered_map<std::string_view, const domain::Toolkit*>;

void check_toolkits(const Notice& notice, const Toolkits& toolkits, const Item& item, const Report& report) {
    for (const auto& id : notice.toolkits) {
        const auto named = toolkits.find(id);
        if (named == toolkits.end() || named->second->regulation == notice.regulation) continue;
        report.add(Rule::idle_notice, item.front_matter.find("toolkits")->mark,
                   "the toolkit `" + id + "` does not follow the regulation `" + notice.regulation +
                       "`, so the notice would never be shown with it; take the toolkit away here, or name the "
                       "regulation in its toolkit.md");
    }
}

// The first `{word}` that is not one of `known`.
std::optional<std::string> placeholder_beside(std::string_view text, std::string_view known) {
    for (auto at = text.find('{'); at != std::string_view::npos; at = text.find('{', at + 1)) {
        const auto end = text.find_first_not_of("abcdefghijklmnopqrstuvwxyz_", at + 1);
        if (end == std::string_view::npos || end == at + 1 || text[end] != '}') continue;
        const auto found = text.substr(at, end + 1 - at);
        if (found != known) return std::string(found);
    }
    return std::nullopt;
}

void check_placeholders(const Notice& notice, const Item& item, const Report& report) {
    const bool quotes = notice.provenance == domain::Provenance::publisher;
    const auto found = placeholder_beside(notice.text.plain, quotes ? std::string_view() : domain::kEffectiveDate);
    if (!found) return;
    report.add(Rule::placeholder_misused, item.file.mark_at(item.body_offset + item.body().find_first_not_of(" \t\n")),
               quotes ? "`" + *found +
                            "` stands in the publisher's words, which are served as they are; write what the publisher "
                            "wrote, and bind the notice with `effective_date` to the day that it names"
                      : "there is nothing that could stand for `" + *found + "`; only `" +
                            std::string(domain::kEffectiveDate) + "` is filled in");
}

}  // namespace

bool can_hold_at_once(const Notice& a, const Notice& b) {
    const bool in_one_place = a.toolkits.empty() || b.toolkits.empty() || first_common(a.toolkits, b.toolkits);
    return in_one_place && a.regulation == b.regulation && first_common(a.statuses, b.statuses) &&
           overlap(a.window, b.window) && !name_other_days(a, b);
}

// The pairs are few enough for that: there can be 2,000 notices.
void check_notices(const std::vector<Item>& items, const Draft& draft, Diagnostics& all) {
    constexpr std::size_t kMostNotices = 2'000;
    if (draft.notices.size() > kMostNotices) {
        all.push_back({"notices", 0, 0, std::string(name(Rule::too_long)),
                       "there are more than 2,000 notices; take old ones away"});
        return;
    }
    std::unordered_map<std::string_view, const Item*> files;
    for (const auto& item : items) {
        if (item.location.kind == FileKind::notice) files.emplace(item.location.id, &item);
    }
    Toolkits toolkits;
    for (const auto& toolkit : draft.toolkits) toolkits.emplace(toolkit.id, &toolkit);
    for (auto notice = draft.notices.begin(); notice != draft.notices.end(); ++notice) {
        const Item& item = *files.at(notice->id);
        const Report report(item.file, all);
        check_toolkits(*notice, toolkits, item, report);
        check_placeholders(*notice, item, report);
        for (auto other = draft.notices.begin(); other != notice; ++other) {
            const auto* status = clash(*other, *notice);
            if (status == nullptr) continue;
            report.add(Rule::ambiguous_notice, item.front_matter.find("statuses")->mark,
                       "this notice and `" + other->id + "` would both be shown while the status is " +
                           std::string(word(*status)) + ", and neither comes first: both are in the " +
                           std::string(word(notice->provenance)) +
                           "'s words, and for the same toolkits; give them different statuses, toolkits or times");
        }
    }
}

}  // namespace toolkitd::content
