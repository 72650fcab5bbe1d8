#include "mirror/steps.h"

#include <algorithm>
#include <chrono>
#include <set>

namespace toolkitd::mirror {
namespace {

using base::Instant;
using std::chrono::seconds;

// Those that a clock of ten digits can show: from 2001 to 2286.
constexpr Instant kFirstShown{seconds{1'000'000'000}};
constexpr Instant kLastShown{seconds{9'999'999'999}};
constexpr seconds kKeptBack{1};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string literal(char c) { return c == ':' ? "(?::|%3[Aa])" : std::string(1, c); }

std::string line(const std::string& key, const std::string& value) {
    return "    \"" + key + "\" \"" + value + "\";\n";
}

// A day, or an instant in UTC to the second, of the years 0001 to 9999.
constexpr const char* kReadable =
    "(?!0000)(?:\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)"
    "|02-(?:0[1-9]|1\\d|2[0-8]))|(?:\\d\\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)"
    "(?:T(?:[01]\\d|2[0-3])(?::|%3[Aa])[0-5]\\d(?::|%3[Aa])[0-5]\\dZ)?";

std::string day_text(std::chrono::year_month_day day) {
    return base::rfc3339(std::chrono::sys_days(day)).substr(0, 10);
}

// The first day whose beginning is not before an instant.
std::string first_day_from(Instant instant, const base::Zone& zone) {
    auto day = zone.day_of(instant);
    if (zone.start_of(day) < instant) day = std::chrono::sys_days(day) + std::chrono::days{1};
    return day_text(day);
}

std::string kept(const http::Lifetime& wish, seconds left) {
    const seconds most = std::max(wish.stale_while_revalidate, wish.stale_if_error);
    if (left >= wish.max_age + most) return http::cache_control(wish);
    return http::cache_control({left >= wish.max_age ? wish.max_age : seconds{0}, seconds{0}, seconds{0}});
}

}  // namespace

std::string at_least(std::string_view least) {
    std::string before;
    std::string pattern = "(?:";
    for (const char c : least) {
        if (is_digit(c) && c < '9') {
            const char next = static_cast<char>(c + 1);
            pattern += before + (next == '9' ? "9" : std::string("[") + next + "-9]") + "|";
        }
        before += literal(c);
    }
    return pattern + before + ")";
}

std::string steps_of_clock(const std::string& first, const std::vector<Step>& steps) {
    std::string lines;
    std::string past = first;
    for (const auto& step : steps) {
        if (step.from > kLastShown) break;
        if (step.from < kFirstShown) {
            past = step.value;
        } else {
            const auto seconds = std::to_string(step.from.time_since_epoch().count());
            lines.insert(0, line("~^" + at_least(seconds) + "\\d*\\.", step.value));
        }
    }
    return "    default \"" + past + "\";\n" + lines;
}

Thrift thrift(const http::Lifetime& wish, const std::vector<Instant>& switches) {
    const seconds stale = std::max(wish.stale_while_revalidate, wish.stale_if_error);
    std::set<Instant> points;
    for (const Instant at : switches) {
        points.insert(
            {at, at - kKeptBack - wish.max_age + seconds{1}, at - kKeptBack - wish.max_age - stale + seconds{1}});
    }
    const auto value_at = [&](Instant at) {
        const auto next = std::upper_bound(switches.begin(), switches.end(), at);
        return next == switches.end() ? http::cache_control(wish) : kept(wish, *next - at - kKeptBack);
    };
    Thrift thrift;
    thrift.first = points.empty() ? http::cache_control(wish) : value_at(*points.begin() - seconds{1});
    std::string last = thrift.first;
    for (const Instant at : points) {
        auto value = value_at(at);
        if (value != last) thrift.steps.push_back({at, value});
        last = std::move(value);
    }
    return thrift;
}

std::string steps_of_query(const std::vector<Instant>& switches, const base::Zone& zone) {
    std::string lines = "    default \"0\";\n    \"\" \"\";\n" + line("~^(?!" + std::string(kReadable) + "$)", "!");
    for (std::size_t i = switches.size(); i-- > 0;) {
        const auto edition = std::to_string(i + 1);
        lines += line("~^(?=.*T)" + at_least(base::rfc3339(switches[i])), edition);
        lines += line("~^(?!.*T)" + at_least(first_day_from(switches[i], zone)), edition);
    }
    return lines;
}

}  // namespace toolkitd::mirror
