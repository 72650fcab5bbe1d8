#include "telemetry/meaning.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "domain/status.h"
#include "render/view.h"
#include "telemetry/health.h"

namespace toolkitd::telemetry {
namespace {

using ByCurrency = std::array<std::size_t, kCurrencies.size()>;

RegulationMeasures measure(const domain::Catalogue& catalogue, const render::StatusCheck& check, base::Instant now) {
    RegulationMeasures measures{check.regulation, check.served, check.demanded, {}, {}, {}};
    if (!check.demanded) return measures;
    const auto status = domain::status_at(*domain::find_regulation(catalogue, check.regulation), now);
    measures.since = status.since;
    if (status.effective) measures.effective = status.effective->at;
    if (status.next_change) measures.next_switch = status.next_change->at;
    return measures;
}

std::size_t place_of(domain::CurrencyState state) {
    return static_cast<std::size_t>(std::find(kCurrencies.begin(), kCurrencies.end(), state) - kCurrencies.begin());
}

}  // namespace

std::vector<RegulationMeasures> measure_regulations(const domain::Catalogue& catalogue,
                                                    const std::map<std::string, domain::StatusKind>& served,
                                                    base::TimePoint now) {
    std::vector<RegulationMeasures> all;
    for (const auto& check : check_statuses(catalogue, served, now)) {
        all.push_back(measure(catalogue, check, std::chrono::floor<std::chrono::seconds>(now)));
    }
    return all;
}

std::vector<ResourceMeasures> measure_resources(const domain::Catalogue& catalogue, base::Instant now) {
    const render::Options options;
    const render::View view(catalogue, now, options);
    std::map<std::pair<std::string, std::string>, ByCurrency> counts;
    const auto count = [&](const std::string& toolkit, const domain::Resource& resource) {
        ++counts[{toolkit, resource.regulation.value_or("")}][place_of(view.currency(resource).state)];
    };
    for (const auto* resource : view.resources()) {
        const auto& toolkits = view.toolkits_with(resource->id);
        for (const auto* toolkit : toolkits) count(toolkit->id, *resource);
        if (toolkits.empty()) count("", *resource);
    }
    std::vector<ResourceMeasures> all;
    for (const auto& [of, by_currency] : counts) all.push_back({of.first, of.second, by_currency});
    return all;
}

}  // namespace toolkitd::telemetry
