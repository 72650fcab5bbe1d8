// Times as tests write them. Every function throws std::invalid_argument at a text that it cannot read.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "base/instant.h"
#include "base/partial_date.h"
#include "base/zone.h"
#include "domain/regulation.h"

namespace toolkitd::testing {

base::Zone zone(std::string_view name);
base::Zone new_york();

// "2024-08-28".
std::chrono::year_month_day day(std::string_view text);

// "2024", "2024-01" or "2024-01-31".
base::PartialDate date(std::string_view text);

// "2024-08-28T04:00:00Z"; or a day, of which it is the start in New York.
base::Instant at(std::string_view text);

// A day, whose start in New York is a convention; or an instant, which is stated.
domain::Moment moment(std::string_view text);

// RFC 3339, or "none": what a failing comparison should show.
std::string text(std::optional<base::Instant> instant);

}  // namespace toolkitd::testing
