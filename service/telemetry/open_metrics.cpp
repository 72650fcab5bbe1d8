#include "telemetry/open_metrics.h"

#include <array>
#include <charconv>
#include <ostream>
#include <string>
#include <string_view>

namespace toolkitd::telemetry {
namespace {

using prometheus::ClientMetric;
using prometheus::MetricFamily;
using prometheus::MetricType;

constexpr std::array<std::string_view, 2> kUnits{"seconds", "bytes"};

bool is_info(const MetricFamily& family) { return family.type == MetricType::Gauge && family.name.ends_with("_info"); }

std::string_view type_of(const MetricFamily& family) {
    if (is_info(family)) return "info";
    switch (family.type) {
        case MetricType::Counter: return "counter";
        case MetricType::Gauge: return "gauge";
        case MetricType::Histogram: return "histogram";
        case MetricType::Summary: return "summary";
        case MetricType::Untyped: break;
    }
    return "unknown";
}

std::string_view name_of(const MetricFamily& family) {
    std::string_view name = family.name;
    if (family.type == MetricType::Counter) name.remove_suffix(std::string_view("_total").size());
    if (is_info(family)) name.remove_suffix(std::string_view("_info").size());
    return name;
}

std::string_view unit_of(std::string_view name) {
    for (const auto unit : kUnits) {
        if (name.ends_with(unit) && name.substr(0, name.size() - unit.size()).ends_with('_')) return unit;
    }
    return {};
}

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '\\' || c == '"') out += '\\';
        out += c == '\n' ? std::string("\\n") : std::string(1, c);
    }
    return out;
}

std::string number(double value) {
    std::array<char, 32> digits;
    return {digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr};
}

// As Go writes it with %g, which is how both formats have it.
std::string bound(double value) {
    std::array<char, 32> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::general).ptr;
    return {digits.data(), end};
}

// A sample's name and its labels, of which `le` is a histogram's.
std::string series(std::string_view name, const ClientMetric& metric, const std::string& le = {}) {
    std::string labels;
    const auto add = [&](std::string_view label, std::string_view value) {
        labels.append(labels.empty() ? "{" : ",").append(label).append("=\"").append(escaped(value)).append("\"");
    };
    for (const auto& label : metric.label) add(label.name, label.value);
    if (!le.empty()) add("le", le);
    return std::string(name) + labels + (labels.empty() ? " " : "} ");
}

void write_histogram(std::ostream& out, const std::string& name, const ClientMetric& metric) {
    const auto& histogram = metric.histogram;
    for (const auto& bucket : histogram.bucket) {
        out << series(name + "_bucket", metric, bound(bucket.upper_bound)) << bucket.cumulative_count << '\n';
    }
    out << series(name + "_bucket", metric, "+Inf") << histogram.sample_count << '\n'
        << series(name + "_count", metric) << histogram.sample_count << '\n'
        << series(name + "_sum", metric) << number(histogram.sample_sum) << '\n';
}

void write_samples(std::ostream& out, const MetricFamily& family) {
    for (const auto& metric : family.metric) {
        if (family.type == MetricType::Histogram) {
            write_histogram(out, family.name, metric);
        } else {
            const bool counts = family.type == MetricType::Counter;
            out << series(family.name, metric) << number(counts ? metric.counter.value : metric.gauge.value) << '\n';
        }
    }
}

}  // namespace

void OpenMetricsSerializer::Serialize(std::ostream& out, const std::vector<MetricFamily>& families) const {
    for (const auto& family : families) {
        const auto name = name_of(family);
        out << "# TYPE " << name << ' ' << type_of(family) << '\n';
        if (const auto unit = unit_of(name); !unit.empty()) out << "# UNIT " << name << ' ' << unit << '\n';
        out << "# HELP " << name << ' ' << escaped(family.help) << '\n';
        write_samples(out, family);
    }
    out << "# EOF\n";
}

}  // namespace toolkitd::telemetry
