#include "support/regulations.h"

#include <algorithm>
#include <utility>

#include "support/times.h"

namespace toolkitd::testing {

using domain::EventKind;

EventBuilder::EventBuilder(std::string id, EventKind kind, std::string_view announced) {
    event_.id = std::move(id);
    event_.kind = kind;
    event_.announced = moment(announced);
}

EventBuilder& EventBuilder::on(std::string_view takes_effect) {
    event_.takes_effect = moment(takes_effect);
    return *this;
}

EventBuilder& EventBuilder::in(std::vector<std::string> places) {
    event_.scope.places = std::move(places);
    return *this;
}

EventBuilder& EventBuilder::of(std::vector<std::string> provisions) {
    event_.scope.provisions = std::move(provisions);
    return *this;
}

EventBuilder& EventBuilder::lifting(std::string id) {
    event_.lifts = std::move(id);
    return *this;
}

EventBuilder event(std::string id, EventKind kind, std::string_view announced) {
    return EventBuilder(std::move(id), kind, announced);
}

EventBuilder published(std::string_view announced, std::optional<std::string_view> effective) {
    EventBuilder built("published", EventKind::published, announced);
    if (effective) built.on(*effective);
    return built;
}

domain::Regulation regulation(std::vector<domain::Event> events, std::string id) {
    std::stable_sort(events.begin(), events.end(),
                     [](const domain::Event& a, const domain::Event& b) { return a.announced.at < b.announced.at; });
    return {std::move(id), {}, "A Rule",          "Rule", "An Agency", {}, {}, {}, {}, {}, "en",
            new_york(),    {}, std::move(events), {}};
}

domain::Regulation t_visa_rule() {
    auto built = regulation(
        {
            published("2024-04-30", "2024-08-28"),
            event("corrected-2024", EventKind::corrected, "2024-08-23").on("2024-08-28"),
            event("corrected-2025", EventKind::corrected, "2025-01-14").on("2025-01-14"),
        },
        "t-visa-final-rule-2024");
    built.title =
        "Classification for Victims of Severe Forms of Trafficking in Persons; Eligibility for \"T\" Nonimmigrant "
        "Status";
    built.short_title = "T visa final rule";
    built.agency = "USCIS, DHS";
    return built;
}

}  // namespace toolkitd::testing
