#include "render/values.h"

#include <nlohmann/json.hpp>

#include "base/partial_date.h"

namespace toolkitd::render {

Json to_json(const domain::Text& text) {
    return {{"markdown", text.markdown}, {"html", text.html}, {"text", text.plain}};
}

Json to_json(const std::vector<domain::Link>& links) {
    Json list = Json::array();
    for (const auto& link : links) {
        list.push_back({{"id", link.id},
                        {"text", link.text},
                        {"href", to_json(link.href)},
                        {"link_status", link_status(link.href)},
                        {"provenance", domain::word(link.provenance)}});
    }
    return list;
}

Json to_json(const std::optional<base::Instant>& instant) {
    return instant ? Json(base::rfc3339(*instant)) : Json(nullptr);
}

Json to_json(const domain::Moment& moment) {
    return {{"date", iso_day(moment.day)}, {"at", base::rfc3339(moment.at)}, {"basis", domain::word(moment.basis)}};
}

Json to_json(const domain::ResourceDate& date) {
    static constexpr const char* kPrecisions[] = {"year", "month", "day"};
    return {{"value", date.date.iso()},
            {"precision", kPrecisions[static_cast<int>(date.date.precision)]},
            {"label", date.label},
            {"role", domain::word(date.role)}};
}

Json to_json(const std::optional<std::string>& text) { return text ? Json(*text) : Json(nullptr); }

std::string iso_day(std::chrono::year_month_day day) { return base::PartialDate{day, base::Precision::day}.iso(); }

std::string iso_duration(std::chrono::seconds length) {
    const std::chrono::hh_mm_ss parts{length};
    std::string text = "PT";
    if (parts.hours().count() > 0) text += std::to_string(parts.hours().count()) + "H";
    if (parts.minutes().count() > 0) text += std::to_string(parts.minutes().count()) + "M";
    if (parts.seconds().count() > 0 || text == "PT") text += std::to_string(parts.seconds().count()) + "S";
    return text;
}

std::string link_status(const std::optional<std::string>& href) { return href ? "resolved" : "unresolved"; }

}  // namespace toolkitd::render
