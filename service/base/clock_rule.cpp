#include "base/clock_rule.h"

#include <algorithm>
#include <charconv>

namespace toolkitd::base {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;
using std::chrono::sys_days;
using std::chrono::year_month_day;

// Reads a text from its front; once anything does not fit, it stays failed.
class ClockRule::Reader {
public:
    explicit Reader(std::string_view text) : rest_(text) {}

    bool done() const { return good_ && rest_.empty(); }
    bool at_rule() const { return rest_.starts_with(','); }

    void name() {
        constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
        const bool quoted = accept('<');
        const auto end = std::min(quoted ? rest_.find('>') : rest_.find_first_not_of(kLetters), rest_.size());
        good_ = good_ && end >= 3;
        rest_.remove_prefix(end);
        if (quoted) expect('>');
    }

    seconds time() {
        const bool negative = accept('-');
        if (!negative) accept('+');
        seconds found = hours{number(167)};
        if (accept(':')) found += minutes{number(59)};
        if (accept(':')) found += seconds{number(59)};
        return negative ? -found : found;
    }

    Change change() {
        expect(',');
        expect('M');
        Change found;
        found.month = std::chrono::month{number(12)};
        expect('.');
        found.week = number(5);
        expect('.');
        found.weekday = std::chrono::weekday{number(6)};
        found.time = accept('/') ? time() : hours{2};
        good_ = good_ && found.month.ok() && found.week > 0;
        return found;
    }

private:
    bool accept(char letter) {
        if (!rest_.starts_with(letter)) return false;
        rest_.remove_prefix(1);
        return true;
    }

    void expect(char letter) { good_ = accept(letter) && good_; }

    unsigned number(unsigned most) {
        unsigned value = 0;
        const char* begin = rest_.data();
        const auto [end, error] = std::from_chars(begin, begin + rest_.size(), value);
        good_ = good_ && error == std::errc() && value <= most;
        rest_.remove_prefix(static_cast<std::size_t>(end - begin));
        return value;
    }

    std::string_view rest_;
    bool good_ = true;
};

std::optional<ClockRule> ClockRule::parse(std::string_view text) {
    Reader in(text);
    ClockRule rule;
    in.name();
    rule.standard_ = -in.time();  // POSIX counts to the west
    in.name();
    rule.summer_ = in.at_rule() ? rule.standard_ + hours{1} : -in.time();
    rule.to_summer_ = in.change();
    rule.to_standard_ = in.change();
    if (!in.done()) return std::nullopt;
    return rule;
}

Instant ClockRule::Change::in(std::chrono::year year, seconds offset) const {
    const auto day =
        week == 5 ? sys_days{year / month / weekday[std::chrono::last]} : sys_days{year / month / weekday[week]};
    return day + time - offset;
}

seconds ClockRule::offset_at(Instant instant) const {
    const auto year = year_month_day{std::chrono::floor<std::chrono::days>(instant)}.year();
    const Instant summer = to_summer_.in(year, standard_);
    const Instant winter = to_standard_.in(year, summer_);
    const bool northern = summer < winter;
    const bool in_summer = northern ? summer <= instant && instant < winter : instant < winter || summer <= instant;
    return in_summer ? summer_ : standard_;
}

Instant ClockRule::start_of(year_month_day day) const {
    const Instant midnight = sys_days{day};
    const seconds ahead = std::max(standard_, summer_);
    Instant early = midnight - ahead;
    if (offset_at(early) == ahead) return early;
    Instant late = midnight - std::min(standard_, summer_);
    while (late - early > seconds{1}) {
        const Instant between = early + (late - early) / 2;
        (between + offset_at(between) < midnight ? early : late) = between;
    }
    return late;
}

}  // namespace toolkitd::base
