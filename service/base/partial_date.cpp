#include "base/partial_date.h"

#include <array>
#include <charconv>
#include <cstdio>

namespace toolkitd::base {
namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::year;
using std::chrono::year_month_day;

constexpr std::string_view kShape = "dddd-dd-dd";
constexpr std::size_t kYearLength = 4;
constexpr std::size_t kMonthLength = 7;

bool has_shape(std::string_view text) {
    if (text.size() > kShape.size()) return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool digit = text[i] >= '0' && text[i] <= '9';
        if (kShape[i] == 'd' ? !digit : text[i] != kShape[i]) return false;
    }
    return true;
}

unsigned number(std::string_view text) {
    unsigned value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

std::optional<Precision> precision_of(std::size_t length) {
    if (length == kYearLength) return Precision::year;
    if (length == kMonthLength) return Precision::month;
    if (length == kShape.size()) return Precision::day;
    return std::nullopt;
}

}  // namespace

year_month_day PartialDate::last() const {
    if (precision == Precision::year) return first.year() / 12 / 31;
    if (precision == Precision::month) return first.year() / first.month() / std::chrono::last;
    return first;
}

std::string PartialDate::iso() const {
    std::array<char, 16> out{};
    const int length = std::snprintf(out.data(), out.size(), "%04d-%02u-%02u", static_cast<int>(first.year()),
                                     static_cast<unsigned>(first.month()), static_cast<unsigned>(first.day()));
    std::string text(out.data(), static_cast<std::size_t>(length));
    if (precision == Precision::year) text.resize(kYearLength);
    if (precision == Precision::month) text.resize(kMonthLength);
    return text;
}

std::optional<PartialDate> parse_partial_date(std::string_view text) {
    const auto precision = precision_of(text.size());
    if (!precision || !has_shape(text) || text.front() == '0') return std::nullopt;
    const unsigned m = *precision == Precision::year ? 1 : number(text.substr(5, 2));
    const unsigned d = *precision == Precision::day ? number(text.substr(8, 2)) : 1;
    const year_month_day first{year{static_cast<int>(number(text.substr(0, kYearLength)))}, month{m}, day{d}};
    if (!first.ok()) return std::nullopt;
    return PartialDate{first, *precision};
}

std::optional<year_month_day> parse_day(std::string_view text) {
    const auto date = parse_partial_date(text);
    if (!date || date->precision != Precision::day) return std::nullopt;
    return date->first;
}

}  // namespace toolkitd::base
