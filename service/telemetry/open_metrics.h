// OpenMetrics 1.0, which prometheus-cpp does not write. Included where prometheus-cpp is.
#pragma once

#include <prometheus/serializer.h>

#include <iosfwd>
#include <vector>

namespace toolkitd::telemetry {

// Counters lose their "_total" and infos their "_info" in the names of families; units are read off the names' ends.
class OpenMetricsSerializer final : public prometheus::Serializer {
public:
    using Serializer::Serialize;
    void Serialize(std::ostream& out, const std::vector<prometheus::MetricFamily>& families) const override;
};

}  // namespace toolkitd::telemetry
