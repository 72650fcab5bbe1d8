// A date as precise as its source gave it: a year, a month or a day. "January 2024" is a month, never 2024-01-01.
//
// A plain value: immutable once made, safe to copy and read from any thread.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace toolkitd::base {

enum class Precision { year, month, day };

struct PartialDate {
    std::chrono::year_month_day first;  // the earliest day that the date can mean
    Precision precision = Precision::day;

    // The latest day that the date can mean; equal to `first` at the precision of a day.
    std::chrono::year_month_day last() const;

    // ISO 8601 at the date's own precision: "2024", "2024-01", "2024-01-31".
    std::string iso() const;

    bool operator==(const PartialDate&) const = default;
};

// Reads "2024", "2024-01" or "2024-01-31" (years 1000 to 9999); nothing for any other text or a day that does not
// exist.
std::optional<PartialDate> parse_partial_date(std::string_view text);

// Reads "2024-01-31" alone.
std::optional<std::chrono::year_month_day> parse_day(std::string_view text);

}  // namespace toolkitd::base
