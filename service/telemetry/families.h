// Measures as families of metrics, each with its name, its help and its series. Included where prometheus-cpp is; what
// each means is in docs/metrics.md.
#pragma once

#include <prometheus/metric_family.h>

#include <chrono>
#include <string>
#include <vector>

#include "telemetry/measures.h"

namespace toolkitd::telemetry {

using Families = std::vector<prometheus::MetricFamily>;

// One of the families, to which series are added; refers to them. Is added to them when it is made.
class Family {
public:
    using Labels = std::vector<prometheus::ClientMetric::Label>;

    Family(Families& families, prometheus::MetricType type, std::string name, std::string help);

    Family& add(double value, Labels labels = {});
    Family& add(std::uint64_t value, Labels labels = {}) { return add(static_cast<double>(value), std::move(labels)); }
    Family& add(prometheus::ClientMetric::Histogram histogram);

private:
    prometheus::MetricFamily& family() { return families_[place_]; }

    Families& families_;
    std::size_t place_;
};

Family gauge(Families& families, std::string name, std::string help);

// The name ends with "_total".
Family counter(Families& families, std::string name, std::string help);

// With their fraction, as Prometheus counts time.
template <typename Duration>
double seconds_of(Duration duration) {
    return std::chrono::duration<double>(duration).count();
}

template <typename Duration>
double seconds_since_1970(std::chrono::sys_time<Duration> time) {
    return seconds_of(time.time_since_epoch());
}

// The statuses, the switches, and the currencies of resources.
void add_meaning(const Measures& measures, Families& families);

// The snapshot and how it was loaded.
void add_content(const Measures& measures, Families& families);

void add_traffic(const TrafficMeasures& traffic, Families& families);

// The program and its process.
void add_process(const Measures& measures, Families& families);

}  // namespace toolkitd::telemetry
