#include <charconv>

#include "base/partial_date.h"
#include "content/build.h"
#include "content/fields.h"

namespace toolkitd::content {
namespace {

// Takes a number and its unit off the front of `rest`; 0 when another unit comes first. Nothing when it is no number.
std::optional<std::chrono::seconds> take(std::string_view& rest, char unit, std::chrono::seconds one) {
    constexpr std::size_t kMaxDigits = 5;
    const auto digits = rest.find_first_not_of("0123456789");
    if (digits == std::string_view::npos || rest[digits] != unit) return std::chrono::seconds{0};
    if (digits == 0 || digits > kMaxDigits) return std::nullopt;
    int number = 0;
    std::from_chars(rest.data(), rest.data() + digits, number);
    rest.remove_prefix(digits + 1);
    return number * one;
}

// ISO 8601, the part that a film or a course needs: "PT1H30M".
std::optional<std::chrono::seconds> parse_duration(std::string_view text) {
    if (!text.starts_with("PT")) return std::nullopt;
    text.remove_prefix(2);
    const auto hours = take(text, 'H', std::chrono::hours{1});
    const auto minutes = take(text, 'M', std::chrono::minutes{1});
    const auto seconds = take(text, 'S', std::chrono::seconds{1});
    if (!hours || !minutes || !seconds || !text.empty()) return std::nullopt;
    const auto length = *hours + *minutes + *seconds;
    if (length == std::chrono::seconds{0}) return std::nullopt;
    return length;
}

std::optional<domain::Duration> read_duration(const Fields& fields) {
    const auto group = fields.group("duration");
    if (!group) return std::nullopt;
    const Node* value = group->scalar("value");
    if (value == nullptr) return std::nullopt;
    const auto length = parse_duration(value->scalar);
    if (!length) {
        fields.report().add(Rule::bad_duration, value->mark,
                            "`" + value->scalar +
                                "` is not a duration; write PT and then hours, minutes and seconds, "
                                "such as PT5M or PT1H30M");
        return std::nullopt;
    }
    return domain::Duration{*length, group->text("label")};
}

std::vector<domain::ResourceDate> read_dates(const Fields& fields) {
    std::vector<domain::ResourceDate> dates;
    for (const auto& entry : fields.entries("dates")) {
        const Node* value = entry.scalar("value");
        if (value == nullptr) continue;
        const auto date = base::parse_partial_date(value->scalar);
        if (!date) {
            fields.report().add(Rule::bad_date, value->mark,
                                "`" + value->scalar +
                                    "` is not a date; write a year, a month or a day, such as 2024, "
                                    "2024-01 or 2024-01-31");
            continue;
        }
        const auto role = domain::from_word<domain::DateRole>(entry.text("role"));
        dates.push_back({*date, entry.text("label"), role.value_or(domain::DateRole::dated)});
    }
    return dates;
}

std::vector<domain::Review> read_reviews(const Fields& fields, const Days& days) {
    std::vector<domain::Review> reviews;
    for (const auto& entry : fields.entries("reviews")) {
        const auto day = entry.day("on");
        const auto finding = domain::from_word<domain::CurrencyState>(entry.text("finding"));
        if (day && finding) reviews.push_back({*day, days.start_of(*day), *finding, entry.text("note")});
    }
    return reviews;
}

}  // namespace

domain::Resource build_resource(const Item& item, const Defaults& defaults, const Report& report) {
    expect_no_text(item, report);
    const Fields fields(item.front_matter, report);
    const auto presence = read_presence(fields, defaults.days);
    return {.id = item.location.id,
            .former_ids = fields.ids("former_ids"),
            .kind = fields.word("kind"),
            .kind_label = fields.text("kind_label"),
            .title = fields.text("title"),
            .as_listed = fields.text("as_listed"),
            .language = fields.language("language", defaults.language),
            .audiences = fields.words("audiences"),
            .dates = read_dates(fields),
            .reviews = read_reviews(fields, defaults.days),
            .duration = read_duration(fields),
            .href = fields.address("href"),
            .regulation = fields.optional_text("regulation"),
            .window = presence.window,
            .withdrawn = presence.withdrawn,
            .revisions = read_revisions(fields, defaults.days)};
}

}  // namespace toolkitd::content
