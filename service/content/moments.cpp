#include "content/moments.h"

#include "base/partial_date.h"

namespace toolkitd::content {
namespace {

constexpr std::size_t kDayLength = 10;

std::optional<base::Instant> instant(const std::optional<domain::Moment>& moment) {
    if (!moment) return std::nullopt;
    return moment->at;
}

}  // namespace

base::Instant Days::start_of(std::chrono::year_month_day day) const {
    return zone_ ? zone_->start_of(day) : base::Instant{std::chrono::sys_days{day}};
}

std::chrono::year_month_day Days::day_of(base::Instant instant) const {
    return zone_ ? zone_->day_of(instant) : std::chrono::year_month_day{std::chrono::floor<std::chrono::days>(instant)};
}

std::optional<base::Zone> read_zone(const Fields& fields, std::string_view key) {
    const Node* node = fields.scalar(key);
    if (node == nullptr) return std::nullopt;
    auto zone = base::Zone::find(node->scalar);
    if (zone) return *zone;
    fields.report().add(Rule::bad_time_zone, node->mark, zone.error().sentence);
    return std::nullopt;
}

std::optional<domain::Moment> read_moment(const Fields& fields, std::string_view key, const Days& days) {
    const Node* node = fields.scalar(key);
    if (node == nullptr) return std::nullopt;
    if (node->scalar.size() <= kDayLength) {
        const auto day = fields.day(key);
        if (!day) return std::nullopt;
        return domain::Moment{*day, days.start_of(*day), domain::Basis::convention};
    }
    const auto at = base::parse_rfc3339(node->scalar);
    if (at) return domain::Moment{days.day_of(*at), *at, domain::Basis::stated};
    fields.report().add(Rule::bad_date, node->mark,
                        "`" + node->scalar +
                            "` is neither a day nor a time; write a day, such as 2024-08-28, or a time "
                            "with its offset, such as 2024-08-28T09:00:00-04:00");
    return std::nullopt;
}

domain::Window read_window(const Fields& fields, const Days& days) {
    const domain::Window window{instant(read_moment(fields, "publish_from", days)),
                                instant(read_moment(fields, "publish_until", days))};
    if (window.from && window.until && *window.until <= *window.from) {
        fields.report().add(Rule::empty_window, fields.scalar("publish_until")->mark,
                            "`publish_until` is not after `publish_from`, so this would never be shown; make it later");
    }
    return window;
}

}  // namespace toolkitd::content
