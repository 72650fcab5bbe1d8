// Whether a resource predates a rule: by its own date, at the precision that the publisher gave.
//
// Pure functions, safe to call from any thread.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.h"
#include "base/partial_date.h"
#include "domain/status.h"
#include "domain/words.h"

namespace toolkitd::domain {

// A date that a resource bears, with the publisher's own words for it.
struct ResourceDate {
    base::PartialDate date;
    std::string label;
    DateRole role = DateRole::dated;
};

// A person looked at a resource and recorded how it stands to the rule; counts from `at` on, the start of day `on`.
struct Review {
    std::chrono::year_month_day on;
    base::Instant at;
    CurrencyState finding = CurrencyState::undetermined;
    std::string note;
};

enum class CurrencyReason {
    dated_before_rule,
    dated_on_or_after_rule,
    date_spans_rule,
    no_date,
    no_regulation,
    no_rule_date_known,
    rule_not_in_force,
    reviewed,
};

std::string_view word(CurrencyReason reason);

struct Currency {
    CurrencyState state = CurrencyState::undetermined;
    CurrencyReason reason = CurrencyReason::no_regulation;
    std::optional<Review> review;  // the one that decided
};

// How a resource with these dates and reviews stands, at `instant`, to a rule in this status; no status: to no rule.
//
// The latest date counts, so that one date on or after the rule's effective day is enough. Before that day:
// `predates_rule`, whether or not it has come. On or after it: `current`. A month or a year that holds the day:
// `undetermined`, as is a resource without a date or a rule without one. A vacated or withdrawn rule is predated by
// nothing: what was written before its day is `current`, what was written after it may describe the rule and is
// `undetermined`. The latest review up to `instant` overrides all.
Currency currency_at(const std::vector<ResourceDate>& dates, const std::vector<Review>& reviews,
                     const std::optional<Status>& status, base::Instant instant);

}  // namespace toolkitd::domain
