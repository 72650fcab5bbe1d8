#include "render/wording.h"

#include <array>

namespace toolkitd::render {
namespace {

using domain::CurrencyReason;
using domain::Reason;

std::string effective_day(const domain::Status& status) {
    return status.effective ? long_date(status.effective->day) : std::string();
}

std::string part_text(const domain::Status& status) {
    return "The rule is in effect since " + effective_day(status) + ", except for the parts listed in limits.";
}

}  // namespace

std::string long_date(std::chrono::year_month_day day) {
    static constexpr auto kMonths =
        std::to_array<const char*>({"January", "February", "March", "April", "May", "June", "July", "August",
                                    "September", "October", "November", "December"});
    return std::string(kMonths.at(static_cast<unsigned>(day.month()) - 1)) + " " +
           std::to_string(static_cast<unsigned>(day.day())) + ", " + std::to_string(static_cast<int>(day.year()));
}

std::string reason_text(const domain::Status& status) {
    switch (status.reason) {
        case Reason::no_event_known: return "No event of this regulation is known at this instant.";
        case Reason::proposed: return "The rule is proposed; no final rule is published.";
        case Reason::published_with_date:
            return "The rule is published and takes effect on " + effective_day(status) + ".";
        case Reason::published_without_date: return "The rule is published without an effective date.";
        case Reason::effective_date_reached:
            return "The rule's effective date, " + effective_day(status) + ", has come.";
        case Reason::delayed_to_date: return "The rule's effective date is delayed to " + effective_day(status) + ".";
        case Reason::delayed_without_date: return "The rule is delayed, and no new effective date is known.";
        case Reason::stayed: return "The rule is stayed; no date ends a stay.";
        case Reason::enjoined: return "The rule is enjoined; no date ends an injunction.";
        case Reason::vacated: return "The rule is vacated; no date revives it.";
        case Reason::withdrawn: return "The rule is withdrawn.";
        case Reason::superseded: return "The rule is superseded.";
        case Reason::limited_in_part: return part_text(status);
    }
    return {};
}

std::string reason_text(const domain::Currency& currency) {
    switch (currency.reason) {
        case CurrencyReason::dated_before_rule: return "The resource is dated before the rule's effective date.";
        case CurrencyReason::dated_on_or_after_rule:
            return "The resource is dated on or after the rule's effective date.";
        case CurrencyReason::date_spans_rule:
            return "The resource's date is a span of time that holds the rule's effective date.";
        case CurrencyReason::no_date: return "The resource bears no date.";
        case CurrencyReason::no_regulation:
            return "The resource is tied to no regulation that is shown at this instant.";
        case CurrencyReason::no_rule_date_known: return "No effective date of the rule is known at this instant.";
        case CurrencyReason::rule_not_in_force: return "The rule was vacated or withdrawn.";
        case CurrencyReason::reviewed: return "A person reviewed the resource and recorded this finding.";
    }
    return {};
}

std::string convention_text(const std::string& zone) {
    return "The source names a day and no hour; the start of that day in " + zone + " is taken.";
}

}  // namespace toolkitd::render
