#include "telemetry/families.h"

#include <utility>

namespace toolkitd::telemetry {

using prometheus::MetricType;

Family::Family(Families& families, MetricType type, std::string name, std::string help)
    : families_(families), place_(families.size()) {
    families.push_back({std::move(name), std::move(help), type, {}});
}

Family& Family::add(double value, Labels labels) {
    auto& metric = family().metric.emplace_back();
    metric.label = std::move(labels);
    (family().type == MetricType::Counter ? metric.counter.value : metric.gauge.value) = value;
    return *this;
}

Family& Family::add(prometheus::ClientMetric::Histogram histogram) {
    family().metric.emplace_back().histogram = std::move(histogram);
    return *this;
}

Family gauge(Families& families, std::string name, std::string help) {
    return {families, MetricType::Gauge, std::move(name), std::move(help)};
}

Family counter(Families& families, std::string name, std::string help) {
    return {families, MetricType::Counter, std::move(name), std::move(help)};
}

}  // namespace toolkitd::telemetry
