// All that one scrape tells, measured at one time.
//
// Plain values; the views refer to constants.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.h"
#include "domain/words.h"
#include "render/health.h"
#include "telemetry/last_load.h"
#include "telemetry/process.h"
#include "telemetry/switches.h"

namespace toolkitd::telemetry {

// What is served of a regulation, what is to be, and when that changes.
struct RegulationMeasures {
    std::string id;
    std::optional<domain::StatusKind> served;
    std::optional<domain::StatusKind> demanded;
    std::optional<base::Instant> since;        // the status that is demanded
    std::optional<base::Instant> effective;    // the rule's own day
    std::optional<base::Instant> next_switch;  // by what is known now
};

inline constexpr std::array kCurrencies{domain::CurrencyState::current, domain::CurrencyState::predates_rule,
                                        domain::CurrencyState::undetermined};

// The resources that a toolkit lists and that follow the same regulation, counted.
struct ResourceMeasures {
    std::string toolkit;     // empty: in none
    std::string regulation;  // empty: they follow none
    std::array<std::size_t, kCurrencies.size()> by_currency{};
};

struct SnapshotMeasures {
    std::string revision;
    std::optional<base::Instant> revised;
    base::Instant loaded;
    std::size_t editions = 0;
    std::size_t representations = 0;
};

struct Counted {
    std::string_view of;
    std::uint64_t count = 0;
};

struct RequestCount {
    std::string_view route;
    std::string_view method;
    std::string_view status_class;
    std::uint64_t count = 0;
};

// Up to and with a bound, in seconds; what is above the last is in no bucket.
struct Bucket {
    double upto = 0;
    std::uint64_t count = 0;
};

struct TrafficMeasures {
    std::vector<RequestCount> requests;
    std::vector<Counted> bytes;        // by route
    std::vector<Counted> refusals;     // by reason
    std::vector<Counted> connections;  // that there are, by state
    std::vector<Bucket> durations;
    std::uint64_t all_durations = 0;
    double sum_of_durations = 0;  // in seconds
    std::uint64_t not_modified = 0;
    std::uint64_t cut_off = 0;
    std::uint64_t accepted = 0;
};

struct Measures {
    render::Build build;
    bool rehearsal = false;
    base::TimePoint now;
    std::vector<RegulationMeasures> regulations;
    std::map<std::string, Switch> switches;  // the last one of each regulation, where there was one
    std::vector<ResourceMeasures> resources;
    SnapshotMeasures snapshot;
    LastLoad last_load;
    LoadCounts loads;
    Upkeep upkeep;
    TrafficMeasures traffic;
    ProcessMeasures process;
};

}  // namespace toolkitd::telemetry
