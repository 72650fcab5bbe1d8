#include "domain/catalogue.h"

#include <algorithm>
#include <tuple>

namespace toolkitd::domain {
namespace {

template <typename Item>
const Item* find(const std::vector<Item>& items, std::string_view id) {
    const auto found = std::lower_bound(items.begin(), items.end(), id,
                                        [](const Item& item, std::string_view wanted) { return item.id < wanted; });
    return found != items.end() && found->id == id ? &*found : nullptr;
}

template <typename Range, typename Value>
bool holds(const Range& range, const Value& value) {
    return std::find(range.begin(), range.end(), value) != range.end();
}

// Whether what it says of the effective date is true.
bool fits(const Notice& notice, const std::optional<Moment>& effective) {
    if (notice.says_effective_date && !effective) return false;
    return !notice.effective_date || (effective && effective->day == *notice.effective_date);
}

bool applies(const Notice& notice, const Regulation& regulation, const Status& status,
             std::optional<std::string_view> toolkit, base::Instant instant) {
    const bool addressed = notice.toolkits.empty() || !toolkit || holds(notice.toolkits, *toolkit);
    return addressed && notice.regulation == regulation.id && holds(notice.statuses, status.kind) &&
           notice.window.holds(instant) && fits(notice, status.effective);
}

// The least comes first.
auto rank(const Notice& notice, bool for_toolkit) {
    const bool is_general = notice.toolkits.empty();
    return std::make_tuple(notice.provenance != Provenance::publisher, is_general == for_toolkit,
                           std::string_view(notice.id));
}

}  // namespace

const Regulation* find_regulation(const Catalogue& catalogue, std::string_view id) {
    return find(catalogue.regulations, id);
}

const Resource* find_resource(const Catalogue& catalogue, std::string_view id) { return find(catalogue.resources, id); }

const Notice* notice_for(const Catalogue& catalogue, const Regulation& regulation, const Status& status,
                         std::optional<std::string_view> toolkit, base::Instant instant) {
    const Notice* best = nullptr;
    for (const Notice& notice : catalogue.notices) {
        if (!applies(notice, regulation, status, toolkit, instant)) continue;
        if (!best || rank(notice, toolkit.has_value()) < rank(*best, toolkit.has_value())) best = &notice;
    }
    return best;
}

std::optional<Precedence> precedence(const Notice& first, const Notice& second, bool for_toolkit) {
    const auto a = rank(first, for_toolkit);
    const auto b = rank(second, for_toolkit);
    if (b <= a) return std::nullopt;
    if (std::get<0>(a) != std::get<0>(b)) return Precedence::publishers_words;
    return std::get<1>(a) != std::get<1>(b) ? Precedence::own_place : Precedence::id;
}

const Translation* translation_of(const Notice& notice, std::string_view language) {
    for (const auto& translation : notice.translations) {
        if (translation.language == language) return &translation;
    }
    return nullptr;
}

}  // namespace toolkitd::domain
