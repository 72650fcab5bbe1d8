#include "content/moments.h"

#include "base/partial_date.h"

namespace toolkitd::content {
namespace {

constexpr std::size_t kDayLength = 10;

std::optional<base::Instant> instant(const std::optional<domain::Moment>& moment) {
    if (!moment) return std::nullopt;
    return moment->at;
}

// The schema's boolean, which is text here.
bool read_preview(const Fields& fields) {
    const Node* node = fields.scalar("preview");
    if (node == nullptr) return false;
    if (node->scalar != "true" && node->scalar != "false") {
        fields.report().add(Rule::unknown_word, node->mark,
                            "`preview` says `" + node->scalar + "`, which it cannot; use true, or take the key away");
    } else if (fields.scalar("publish_from") == nullptr) {
        fields.report().add(Rule::preview_misused, node->mark,
                            "`preview` lets a later `publish_from` be seen before its time, and there is none; add it, "
                            "or take `preview` away");
    }
    return node->scalar == "true";
}

std::optional<domain::Withdrawal> read_withdrawn(const Fields& fields, const Days& days) {
    const auto group = fields.group("withdrawn");
    if (!group) return std::nullopt;
    const auto on = read_moment(*group, "on", days);
    if (!on) return std::nullopt;
    return domain::Withdrawal{on->at, group->text("on"), group->text("reason"), group->optional_text("successor")};
}

void check_end(const domain::Window& window, const std::string& key, Rule rule, const Node& end, const Fields& fields) {
    if (!window.from || *window.from < *window.until) return;
    fields.report().add(rule, end.mark,
                        "`" + key + "` is not after `publish_from`, so this would never be shown; make it later");
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

Presence read_presence(const Fields& fields, const Days& days) {
    Presence presence{{instant(read_moment(fields, "publish_from", days)),
                       instant(read_moment(fields, "publish_until", days)), read_preview(fields)},
                      read_withdrawn(fields, days)};
    auto& [window, withdrawn] = presence;
    if (window.until) check_end(window, "publish_until", Rule::empty_window, *fields.scalar("publish_until"), fields);
    if (!withdrawn) return presence;
    if (window.until) {
        fields.report().add(Rule::withdrawn_misused, fields.scalar("publish_until")->mark,
                            "`withdrawn` says when this ends; take `publish_until` away");
    }
    window.until = withdrawn->at;
    check_end(window, "withdrawn", Rule::withdrawn_misused, *fields.group("withdrawn")->scalar("on"), fields);
    return presence;
}

domain::Window read_window(const Fields& fields, const Days& days) { return read_presence(fields, days).window; }

}  // namespace toolkitd::content
