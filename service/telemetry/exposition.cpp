#include "telemetry/exposition.h"

#include <prometheus/text_serializer.h>

#include "telemetry/families.h"
#include "telemetry/open_metrics.h"

namespace toolkitd::telemetry {

std::string_view media_type(Exposition exposition) {
    return exposition == Exposition::text ? "text/plain; version=0.0.4; charset=utf-8"
                                          : "application/openmetrics-text; version=1.0.0; charset=utf-8";
}

std::string written(const Measures& measures, Exposition exposition) {
    Families families;
    add_meaning(measures, families);
    add_content(measures, families);
    add_traffic(measures.traffic, families);
    add_process(measures, families);
    if (exposition == Exposition::text) return prometheus::TextSerializer().Serialize(families);
    return OpenMetricsSerializer().Serialize(families);
}

}  // namespace toolkitd::telemetry
