#include "base/instant.h"

#include <array>
#include <charconv>
#include <cstdio>
#include <utility>

namespace toolkitd::base {
namespace {

using std::chrono::day;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::month;
using std::chrono::seconds;
using std::chrono::sys_days;
using std::chrono::year;
using std::chrono::year_month_day;

constexpr std::array<std::string_view, 7> kDays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
constexpr std::array<std::string_view, 7> kLongDays{"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                    "Thursday", "Friday", "Saturday"};
constexpr std::array<std::string_view, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                   "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

constexpr int kLeapSecond = 60;

// Reads a text from its front; once anything does not fit, it stays failed.
class Reader {
public:
    explicit Reader(std::string_view text) : rest_(text) {}

    int digits(std::size_t count) {
        if (rest_.size() < count || rest_.find_first_not_of("0123456789") < count) {
            good_ = false;
            return 0;
        }
        int value = 0;
        std::from_chars(rest_.data(), rest_.data() + count, value);
        rest_.remove_prefix(count);
        return value;
    }

    bool accept(std::string_view word) {
        if (!good_ || !rest_.starts_with(word)) return false;
        rest_.remove_prefix(word.size());
        return true;
    }

    void expect(std::string_view word) { good_ = accept(word) && good_; }

    template <std::size_t N>
    unsigned one_of(const std::array<std::string_view, N>& words) {
        for (unsigned i = 0; i < N; ++i) {
            if (accept(words[i])) return i;
        }
        good_ = false;
        return 0;
    }

    void skip_digits() {
        const auto end = rest_.find_first_not_of("0123456789");
        good_ = good_ && end != 0 && !rest_.empty();
        rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end);
    }

    bool good() const { return good_; }
    bool done() const { return good_ && rest_.empty(); }

private:
    std::string_view rest_;
    bool good_ = true;
};

struct TimeOfDay {
    int hour;
    int minute;
    int second;
};

TimeOfDay read_time(Reader& in) {
    TimeOfDay time{};
    time.hour = in.digits(2);
    in.expect(":");
    time.minute = in.digits(2);
    in.expect(":");
    time.second = in.digits(2);
    return time;
}

std::optional<Instant> assemble(int y, unsigned m, int d, TimeOfDay time) {
    const year_month_day date{year{y}, month{m}, day{static_cast<unsigned>(d)}};
    if (!date.ok() || y < 1 || time.hour > 23 || time.minute > 59 || time.second > kLeapSecond) return std::nullopt;
    return sys_days{date} + hours{time.hour} + minutes{time.minute} + seconds{time.second};
}

// A leap second is the last one of a month in UTC (RFC 3339 section 5.7), so that the next one begins a month.
bool begins_month(Instant instant) {
    const auto midnight = std::chrono::floor<std::chrono::days>(instant);
    return instant == midnight && year_month_day{midnight}.day() == day{1};
}

std::optional<Instant> within_range(std::optional<Instant> instant) {
    if (!instant || *instant < kEarliest || *instant > kLatest) return std::nullopt;
    return instant;
}

std::optional<seconds> read_offset(Reader& in) {
    if (in.accept("Z") || in.accept("z")) return seconds{0};
    const bool west = in.accept("-");
    if (!west && !in.accept("+")) return std::nullopt;
    const int hour = in.digits(2);
    in.expect(":");
    const int minute = in.digits(2);
    if (!in.good() || hour > 23 || minute > 59) return std::nullopt;
    const seconds offset = hours{hour} + minutes{minute};
    return west ? -offset : offset;
}

std::optional<Instant> parse_imf_fixdate(std::string_view text) {
    Reader in(text);
    in.one_of(kDays);
    in.expect(", ");
    const int d = in.digits(2);
    in.expect(" ");
    const unsigned m = in.one_of(kMonths) + 1;
    in.expect(" ");
    const int y = in.digits(4);
    in.expect(" ");
    const TimeOfDay time = read_time(in);
    in.expect(" GMT");
    return in.done() ? assemble(y, m, d, time) : std::nullopt;
}

struct Parts {
    year_month_day date;
    std::chrono::hh_mm_ss<seconds> time;
};

Parts split(Instant instant) {
    const auto midnight = std::chrono::floor<std::chrono::days>(instant);
    return {year_month_day{midnight}, std::chrono::hh_mm_ss<seconds>{instant - midnight}};
}

// The year that ends in these two digits and puts the time at most 50 years ahead of `now`, to the second.
int full_year(int two_digits, year_month_day date, TimeOfDay time, Instant now) {
    const auto [today, clock] = split(now);
    const seconds of_day = hours{time.hour} + minutes{time.minute} + seconds{time.second};
    const auto latest = std::make_pair(today + std::chrono::years{50}, clock.to_duration());
    const int century = static_cast<int>(today.year()) / 100 * 100;
    int full = century + 100 + two_digits;
    while (std::make_pair(year{full} / date.month() / date.day(), of_day) > latest) full -= 100;
    return full;
}

std::optional<Instant> parse_rfc850(std::string_view text, Instant now) {
    Reader in(text);
    in.one_of(kLongDays);
    in.expect(", ");
    const int d = in.digits(2);
    in.expect("-");
    const unsigned m = in.one_of(kMonths) + 1;
    in.expect("-");
    const int y = in.digits(2);
    in.expect(" ");
    const TimeOfDay time = read_time(in);
    in.expect(" GMT");
    if (!in.done()) return std::nullopt;
    const year_month_day date{year{y}, month{m}, day{static_cast<unsigned>(d)}};
    return assemble(full_year(y, date, time, now), m, d, time);
}

std::optional<Instant> parse_asctime(std::string_view text) {
    Reader in(text);
    in.one_of(kDays);
    in.expect(" ");
    const unsigned m = in.one_of(kMonths) + 1;
    in.expect(" ");
    const int d = in.digits(in.accept(" ") ? 1 : 2);
    in.expect(" ");
    const TimeOfDay time = read_time(in);
    in.expect(" ");
    const int y = in.digits(4);
    return in.done() ? assemble(y, m, d, time) : std::nullopt;
}

}  // namespace

std::string rfc3339(Instant instant) {
    const auto [date, time] = split(instant);
    std::array<char, 32> out{};
    const int length = std::snprintf(
        out.data(), out.size(), "%04d-%02u-%02uT%02d:%02d:%02dZ", static_cast<int>(date.year()),
        static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()), static_cast<int>(time.hours().count()),
        static_cast<int>(time.minutes().count()), static_cast<int>(time.seconds().count()));
    return {out.data(), static_cast<std::size_t>(length)};
}

std::optional<Instant> parse_rfc3339(std::string_view text) {
    Reader in(text);
    const int y = in.digits(4);
    in.expect("-");
    const auto m = static_cast<unsigned>(in.digits(2));
    in.expect("-");
    const int d = in.digits(2);
    if (!in.accept("T")) in.expect("t");
    const TimeOfDay time = read_time(in);
    if (in.accept(".")) in.skip_digits();
    const auto offset = read_offset(in);
    if (!offset || !in.done()) return std::nullopt;
    const auto local = assemble(y, m, d, time);
    if (!local || (time.second == kLeapSecond && !begins_month(*local - *offset))) return std::nullopt;
    return within_range(*local - *offset);
}

std::string http_date(Instant instant) {
    const auto [date, time] = split(instant);
    const std::chrono::weekday weekday{sys_days{date}};
    std::array<char, 40> out{};
    const int length =
        std::snprintf(out.data(), out.size(), "%s, %02u %s %04d %02d:%02d:%02d GMT", kDays[weekday.c_encoding()].data(),
                      static_cast<unsigned>(date.day()), kMonths[static_cast<unsigned>(date.month()) - 1].data(),
                      static_cast<int>(date.year()), static_cast<int>(time.hours().count()),
                      static_cast<int>(time.minutes().count()), static_cast<int>(time.seconds().count()));
    return {out.data(), static_cast<std::size_t>(length)};
}

std::optional<Instant> parse_http_date(std::string_view text, Instant now) {
    if (const auto fixdate = parse_imf_fixdate(text)) return within_range(fixdate);
    if (const auto rfc850 = parse_rfc850(text, now)) return within_range(rfc850);
    return within_range(parse_asctime(text));
}

}  // namespace toolkitd::base
