#include "mirror/steps.h"

#include <gtest/gtest.h>

#include <chrono>
#include <random>
#include <regex>
#include <sstream>

#include "support/times.h"

namespace toolkitd::mirror {
namespace {

using base::Instant;
using std::chrono::seconds;
using testing::at;

bool begins_at_least(const std::string& text, const std::string& least) {
    return std::regex_search(text, std::regex("^" + at_least(least)));
}

TEST(AtLeast, agrees_with_numbers_beside_every_bound) {
    std::mt19937_64 random(20240828);
    std::uniform_int_distribution<std::int64_t> any(1'000'000'000, 9'999'999'999);
    for (int i = 0; i < 200; ++i) {
        const auto bound = any(random);
        for (const auto number : {bound - 1, bound, bound + 1, any(random), any(random)}) {
            if (number < 1'000'000'000 || number > 9'999'999'999) continue;
            EXPECT_EQ(begins_at_least(std::to_string(number), std::to_string(bound)), number >= bound)
                << number << " " << bound;
        }
    }
    EXPECT_TRUE(begins_at_least("9999999999", "9999999999"));
    EXPECT_FALSE(begins_at_least("9999999998", "9999999999"));
}

TEST(AtLeast, agrees_with_the_order_of_instants) {
    const auto bound = at("2024-08-28T04:00:00Z");
    for (const int beside : {-86400, -3600, -60, -1, 0, 1, 60, 3600, 86400, 40'000'000, -40'000'000}) {
        EXPECT_EQ(begins_at_least(base::rfc3339(bound + seconds{beside}), base::rfc3339(bound)), beside >= 0) << beside;
    }
    EXPECT_TRUE(begins_at_least("2024-08-28T04%3A00%3a00Z", "2024-08-28T04:00:00Z"));
}

// What nginx makes of a map's lines: the first expression that fits, else the default.
std::string looked_up(const std::string& lines, const std::string& text) {
    static const std::regex kLine("^    (?:\"~(.*)\"|(default)|\"(.*)\") \"(.*)\";$");
    std::istringstream in(lines);
    std::string otherwise;
    std::smatch parts;
    for (std::string line; std::getline(in, line);) {
        EXPECT_TRUE(std::regex_match(line, parts, kLine)) << line;
        if (parts[2].matched) {
            otherwise = parts[4];
        } else if (parts[3].matched ? parts[3] == text : std::regex_search(text, std::regex(parts[1].str()))) {
            return parts[4];
        }
    }
    return otherwise;
}

std::string msec(Instant instant) { return std::to_string(instant.time_since_epoch().count()) + ".999"; }

TEST(StepsOfClock, change_at_the_instant_itself) {
    const std::vector<Step> steps{{at("1999-01-01"), "a"}, {at("2024-08-28T04:00:00Z"), "b"}, {at("2025-01-14"), "c"}};
    const auto lines = steps_of_clock("-", steps);
    EXPECT_EQ(looked_up(lines, msec(at("2001-09-09T01:46:40Z"))), "a");
    EXPECT_EQ(looked_up(lines, msec(at("2024-08-28T03:59:59Z"))), "a");
    EXPECT_EQ(looked_up(lines, msec(at("2024-08-28T04:00:00Z"))), "b");
    EXPECT_EQ(looked_up(lines, msec(at("2025-01-13T23:59:59Z"))), "b");
    EXPECT_EQ(looked_up(lines, msec(at("2025-01-14"))), "c");
    EXPECT_EQ(looked_up(lines, msec(at("2286-11-20T17:46:39Z"))), "c");
}

TEST(Thrift, never_gives_more_than_is_left_to_the_next_switch) {
    const std::vector<Instant> switches{at("2024-08-28T04:00:00Z"), at("2024-08-28T04:02:00Z"), at("2025-01-14")};
    const http::Lifetime wish{seconds{300}, seconds{30}, seconds{3600}};
    const auto [first, steps] = thrift(wish, switches);
    const auto lines = steps_of_clock(first, steps);
    const std::regex number("(?:max-age|stale-if-error)=(\\d+)");
    for (const Instant next : switches) {
        for (const int left : {1, 2, 119, 120, 121, 299, 300, 301, 302, 3899, 3900, 3901, 3902, 5000}) {
            const auto control = looked_up(lines, msec(next - seconds{left}));
            int total = 0;
            for (std::sregex_iterator i(control.begin(), control.end(), number), end; i != end; ++i) {
                total += std::stoi((*i)[1]);
            }
            EXPECT_LT(total, left) << control << " " << left;
        }
    }
    EXPECT_EQ(looked_up(lines, msec(at("2030-01-01"))), http::cache_control(wish));
    EXPECT_EQ(looked_up(lines, msec(at("2024-08-28T00:00:00Z"))), http::cache_control(wish));
    EXPECT_EQ(looked_up(lines, msec(at("2024-08-28T03:54:00Z"))), "public, max-age=300, must-revalidate");
}

TEST(StepsOfQuery, take_a_day_for_its_beginning_in_the_zone) {
    for (const auto* name : {"America/New_York", "Asia/Tokyo", "Pacific/Kiritimati", "UTC"}) {
        const auto zone = base::Zone::find(name).value();
        const std::vector<Instant> switches{at("2024-08-28T04:00:00Z"), at("2024-08-28T20:00:00Z")};
        const auto lines = steps_of_query(switches, zone);
        for (unsigned day = 26; day <= 30; ++day) {
            const auto date = std::chrono::year{2024} / 8 / std::chrono::day{day};
            const auto start = zone.start_of(date);
            const auto edition = std::count_if(switches.begin(), switches.end(), [&](Instant i) { return i <= start; });
            EXPECT_EQ(looked_up(lines, "2024-08-" + std::to_string(day)), std::to_string(edition)) << name << day;
        }
    }
}

TEST(StepsOfQuery, take_what_the_service_takes_of_its_two_forms_and_refuse_all_else) {
    const auto lines = steps_of_query({at("2024-08-28T04:00:00Z")}, base::Zone::find("UTC").value());
    EXPECT_EQ(looked_up(lines, ""), "");
    for (const auto* text :
         {"2024-02-29", "2000-02-29", "0001-01-01", "2024-08-28T03:59:59Z", "1999-12-31T23:59:59Z"}) {
        EXPECT_EQ(looked_up(lines, text), "0") << text;
    }
    for (const auto* text : {"2024-08-28T04:00:00Z", "2024-08-29", "9999-12-31", "2024-08-28T04%3A00%3A00Z"}) {
        EXPECT_EQ(looked_up(lines, text), "1") << text;
    }
    for (const auto* text : {"2023-02-29", "1900-02-29", "2024-04-31", "2024-00-01", "2024-13-01", "0000-01-01",
                             "2024-8-28", "2024-08-28T24:00:00Z", "2024-08-28T04:00:60Z", "2024-08-28T04:00Z",
                             "2024-08-28t04:00:00z", "2024-08-28T04:00:00+00:00", "x", "2024-08-28 ", "2024-08-28T"}) {
        EXPECT_EQ(looked_up(lines, text), "!") << text;
    }
}

}  // namespace
}  // namespace toolkitd::mirror
