#include "support/times.h"

#include <stdexcept>

namespace toolkitd::testing {
namespace {

template <typename T>
T required(std::optional<T> value, std::string_view text) {
    if (!value) throw std::invalid_argument("no such time: " + std::string(text));
    return *value;
}

}  // namespace

base::Zone zone(std::string_view name) {
    auto found = base::Zone::find(name);
    if (!found) throw std::invalid_argument(found.error().sentence);
    return *found;
}

base::Zone new_york() { return zone("America/New_York"); }

std::chrono::year_month_day day(std::string_view text) { return required(base::parse_day(text), text); }

base::PartialDate date(std::string_view text) { return required(base::parse_partial_date(text), text); }

base::Instant at(std::string_view text) { return moment(text).at; }

domain::Moment moment(std::string_view text) {
    if (const auto civil = base::parse_day(text)) {
        return {*civil, new_york().start_of(*civil), domain::Basis::convention};
    }
    const base::Instant instant = required(base::parse_rfc3339(text), text);
    return {new_york().day_of(instant), instant, domain::Basis::stated};
}

std::string text(std::optional<base::Instant> instant) { return instant ? base::rfc3339(*instant) : "none"; }

}  // namespace toolkitd::testing
