#include "domain/currency.h"

#include <algorithm>
#include <array>

namespace toolkitd::domain {
namespace {

using std::chrono::year_month_day;

const Review* deciding(const std::vector<Review>& reviews, base::Instant instant) {
    const Review* found = nullptr;
    for (const Review& review : reviews) {
        if (review.at <= instant && (!found || found->at <= review.at)) found = &review;
    }
    return found;
}

// How one date stands to the rule, from the earliest to the latest.
enum class Side { before, spans, after };

Side side_of(const base::PartialDate& date, year_month_day effective) {
    if (date.last() < effective) return Side::before;
    const bool holds_the_day = date.precision != base::Precision::day && date.first <= effective;
    return holds_the_day ? Side::spans : Side::after;
}

// By the latest date. Which one that is need not be known: of "2024" and "2024-11-15", either may be later.
Currency against(const std::vector<ResourceDate>& dates, year_month_day effective) {
    auto latest = Side::before;
    for (const ResourceDate& each : dates) latest = std::max(latest, side_of(each.date, effective));
    switch (latest) {
        case Side::before: return {CurrencyState::predates_rule, CurrencyReason::dated_before_rule, {}};
        case Side::spans: return {CurrencyState::undetermined, CurrencyReason::date_spans_rule, {}};
        case Side::after: break;
    }
    return {CurrencyState::current, CurrencyReason::dated_on_or_after_rule, {}};
}

Currency without_force(const Currency& by_date) {
    const auto state =
        by_date.state == CurrencyState::predates_rule ? CurrencyState::current : CurrencyState::undetermined;
    return {state, CurrencyReason::rule_not_in_force, {}};
}

Currency derived(const std::vector<ResourceDate>& dates, const std::optional<Status>& status) {
    if (!status) return {CurrencyState::undetermined, CurrencyReason::no_regulation, {}};
    if (dates.empty()) return {CurrencyState::undetermined, CurrencyReason::no_date, {}};
    if (!status->effective) return {CurrencyState::undetermined, CurrencyReason::no_rule_date_known, {}};
    const Currency by_date = against(dates, status->effective->day);
    const bool gone = status->kind == StatusKind::vacated || status->kind == StatusKind::withdrawn;
    return gone ? without_force(by_date) : by_date;
}

}  // namespace

std::string_view word(CurrencyReason reason) {
    static constexpr auto kWords =
        std::to_array<std::string_view>({"dated_before_rule", "dated_on_or_after_rule", "date_spans_rule", "no_date",
                                         "no_regulation", "no_rule_date_known", "rule_not_in_force", "reviewed"});
    return kWords.at(static_cast<std::size_t>(reason));
}

Currency currency_at(const std::vector<ResourceDate>& dates, const std::vector<Review>& reviews,
                     const std::optional<Status>& status, base::Instant instant) {
    if (const Review* review = deciding(reviews, instant)) {
        return {review->finding, CurrencyReason::reviewed, *review};
    }
    return derived(dates, status);
}

}  // namespace toolkitd::domain
