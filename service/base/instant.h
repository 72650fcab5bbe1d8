// Points in time, and the two ways in which the wire writes them.
//
// Everything here is a pure function of its arguments and safe to call from any thread.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace toolkitd::base {

// An instant that content names; whole seconds, UTC.
using Instant = std::chrono::sys_seconds;

// What a clock reads; finer than an Instant, and comparable with every accepted one (nanoseconds would overflow in
// 2262).
using TimePoint = std::chrono::sys_time<std::chrono::microseconds>;

// The range in which instants are accepted: the years 0001 to 9999, which all formats below can write.
constexpr Instant kEarliest = std::chrono::sys_days{std::chrono::year{1} / 1 / 1};
constexpr Instant kLatest =
    std::chrono::sys_days{std::chrono::year{9999} / 12 / 31} + std::chrono::hours{24} - std::chrono::seconds{1};

// RFC 3339 section 5.6, always in UTC: "2024-08-28T04:00:00Z".
std::string rfc3339(Instant instant);

// Reads an RFC 3339 date-time, with `Z` or an offset and its sign; a fraction of a second is dropped. A leap second,
// which only the last minute of a month in UTC can have (section 5.7), counts as the next second. Nothing when the text
// is anything else, or outside of the accepted range.
std::optional<Instant> parse_rfc3339(std::string_view text);

// RFC 9110 section 5.6.7, IMF-fixdate: "Wed, 28 Aug 2024 04:00:00 GMT".
std::string http_date(Instant instant);

// Reads all three forms of an HTTP-date (RFC 9110 section 5.6.7). A two-digit year is put within 50 years of `now`: the
// last such year that is not more than 50 years ahead. The day of the week is read, and not checked.
std::optional<Instant> parse_http_date(std::string_view text, Instant now);

}  // namespace toolkitd::base
