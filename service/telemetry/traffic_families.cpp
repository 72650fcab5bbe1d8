#include <string>
#include <utility>

#include "telemetry/families.h"

namespace toolkitd::telemetry {
namespace {

void add_all(const std::vector<Counted>& all, const char* label, Family family) {
    for (const auto& each : all) family.add(each.count, {{label, std::string(each.of)}});
}

void add_durations(const TrafficMeasures& traffic, Families& families) {
    prometheus::ClientMetric::Histogram histogram;
    histogram.sample_count = traffic.all_durations;
    histogram.sample_sum = traffic.sum_of_durations;
    std::uint64_t below = 0;
    for (const auto& bucket : traffic.durations) {
        below += bucket.count;
        histogram.bucket.push_back({below, bucket.upto});
    }
    Family(families, prometheus::MetricType::Histogram, "toolkitd_http_request_duration_seconds",
           "From when a request was taken to when the last byte of its answer was handed to the kernel.")
        .add(std::move(histogram));
}

}  // namespace

void add_traffic(const TrafficMeasures& traffic, Families& families) {
    auto requests = counter(families, "toolkitd_http_requests_total", "Requests that were answered.");
    for (const auto& each : traffic.requests) {
        requests.add(each.count, {{"method", std::string(each.method)},
                                  {"route", std::string(each.route)},
                                  {"status_class", std::string(each.status_class)}});
    }
    counter(families, "toolkitd_http_not_modified_total", "Of these, those that were answered with 304.")
        .add(traffic.not_modified);
    counter(families, "toolkitd_http_cut_off_total", "Answers whose client had gone, or took too long.")
        .add(traffic.cut_off);
    add_durations(traffic, families);
    add_all(traffic.bytes, "route",
            counter(families, "toolkitd_http_response_bytes_total", "Bytes of answers, their heads included."));
    add_all(traffic.refusals, "reason",
            counter(families, "toolkitd_http_refusals_total", "What came and was taken for no request."));
    add_all(traffic.connections, "state", gauge(families, "toolkitd_http_connections", "Connections that are open."));
    counter(families, "toolkitd_http_connections_accepted_total", "Connections that were taken.").add(traffic.accepted);
}

}  // namespace toolkitd::telemetry
