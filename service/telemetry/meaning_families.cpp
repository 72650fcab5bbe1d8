#include <array>
#include <optional>
#include <string>

#include "telemetry/families.h"

namespace toolkitd::telemetry {
namespace {

using domain::StatusKind;

constexpr std::array kStatuses{
    StatusKind::proposed,  StatusKind::pending,    StatusKind::effective, StatusKind::partially_effective,
    StatusKind::delayed,   StatusKind::stayed,     StatusKind::enjoined,  StatusKind::vacated,
    StatusKind::withdrawn, StatusKind::superseded, StatusKind::unknown};

using Kind = std::optional<StatusKind> RegulationMeasures::*;
using Time = std::optional<base::Instant> RegulationMeasures::*;

void add_statuses(const Measures& measures, Kind kind, Family family) {
    for (const auto& regulation : measures.regulations) {
        for (const StatusKind status : kStatuses) {
            family.add(regulation.*kind == status ? 1.0 : 0.0,
                       {{"regulation", regulation.id}, {"status", std::string(domain::word(status))}});
        }
    }
}

// What is not known has no series.
void add_times(const Measures& measures, Time time, Family family) {
    for (const auto& regulation : measures.regulations) {
        if (const auto& known = regulation.*time) {
            family.add(seconds_since_1970(*known), {{"regulation", regulation.id}});
        }
    }
}

void add_switches(const Measures& measures, Families& families) {
    auto left = gauge(families, "toolkitd_regulation_next_switch_seconds",
                      "Until the status changes, by what is known now; absent where no change is known.");
    for (const auto& regulation : measures.regulations) {
        if (!regulation.next_switch) continue;
        left.add(seconds_of(base::TimePoint{*regulation.next_switch} - measures.now), {{"regulation", regulation.id}});
    }
    auto at = gauge(families, "toolkitd_regulation_last_switch_timestamp_seconds",
                    "The instant of the last switch since the start; absent where there was none.");
    for (const auto& [regulation, last] : measures.switches) {
        at.add(seconds_since_1970(last.at), {{"regulation", regulation}});
    }
}

void add_lateness(const Measures& measures, Families& families) {
    auto lateness = gauge(families, "toolkitd_regulation_last_switch_lateness_seconds",
                          "From that instant until the new status was first seen to be served.");
    for (const auto& [regulation, last] : measures.switches) {
        lateness.add(seconds_of(last.lateness), {{"regulation", regulation}});
    }
}

void add_resources(const Measures& measures, Families& families) {
    auto family = gauge(families, "toolkitd_resources", "Resources that are shown, by how they stand to their rule.");
    for (const auto& resources : measures.resources) {
        for (std::size_t i = 0; i < kCurrencies.size(); ++i) {
            Family::Labels labels{{"currency", std::string(domain::word(kCurrencies[i]))}};
            if (!resources.regulation.empty()) labels.push_back({"regulation", resources.regulation});
            if (!resources.toolkit.empty()) labels.push_back({"toolkit", resources.toolkit});
            family.add(static_cast<double>(resources.by_currency[i]), std::move(labels));
        }
    }
}

}  // namespace

void add_meaning(const Measures& measures, Families& families) {
    add_statuses(measures, &RegulationMeasures::served,
                 gauge(families, "toolkitd_regulation_status", "1 for the status that is served, 0 for every other."));
    add_statuses(measures, &RegulationMeasures::demanded,
                 gauge(families, "toolkitd_regulation_status_demanded",
                       "1 for the status that the events and the clock demand, 0 for every other."));
    add_times(measures, &RegulationMeasures::since,
              gauge(families, "toolkitd_regulation_status_since_timestamp_seconds",
                    "From when the status that is demanded has held."));
    add_times(measures, &RegulationMeasures::effective,
              gauge(families, "toolkitd_regulation_effective_timestamp_seconds",
                    "The day on which the rule takes effect, as far as it is known."));
    add_times(measures, &RegulationMeasures::next_switch,
              gauge(families, "toolkitd_regulation_next_switch_timestamp_seconds",
                    "The instant at which the status changes, by what is known now; absent where no change is known."));
    add_switches(measures, families);
    add_lateness(measures, families);
    add_resources(measures, families);
}

}  // namespace toolkitd::telemetry
