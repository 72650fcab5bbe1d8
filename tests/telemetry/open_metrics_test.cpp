// What prometheus-cpp leaves to us; that real content is read by others is shown in tests/deploy/prometheus.
#include "telemetry/open_metrics.h"

#include <gtest/gtest.h>

#include "telemetry/families.h"

namespace toolkitd::telemetry {
namespace {

std::string written(const Families& families) { return OpenMetricsSerializer().Serialize(families); }

TEST(OpenMetrics, of_nothing_is_its_end) { EXPECT_EQ(written({}), "# EOF\n"); }

TEST(OpenMetrics, names_the_family_of_a_counter_without_its_suffix_and_tells_its_unit) {
    Families families;
    counter(families, "taken_seconds_total", "What was taken.").add(0.5, {{"by", "whom"}});
    EXPECT_EQ(written(families),
              "# TYPE taken_seconds counter\n# UNIT taken_seconds seconds\n# HELP taken_seconds What was taken.\n"
              "taken_seconds_total{by=\"whom\"} 0.5\n# EOF\n");
}

TEST(OpenMetrics, has_no_unit_where_the_name_has_none) {
    Families families;
    gauge(families, "open_seconds_left", "Left.").add(3.0);
    gauge(families, "bytes", "All.").add(3.0);
    EXPECT_EQ(written(families).find("UNIT"), std::string::npos);
}

TEST(OpenMetrics, knows_an_info_by_its_name) {
    Families families;
    gauge(families, "build_info", "Built.").add(1.0, {{"version", "1"}});
    EXPECT_EQ(written(families), "# TYPE build info\n# HELP build Built.\nbuild_info{version=\"1\"} 1\n# EOF\n");
}

TEST(OpenMetrics, escapes_what_would_end_a_line_or_a_value) {
    Families families;
    gauge(families, "left", "A \"b\" \\ c\nd").add(1.0, {{"of", "\"x\\\n"}});
    EXPECT_EQ(written(families),
              "# TYPE left gauge\n# HELP left A \\\"b\\\" \\\\ c\\nd\nleft{of=\"\\\"x\\\\\\n\"} 1\n# EOF\n");
}

TEST(OpenMetrics, has_the_buckets_of_a_histogram_up_to_the_infinite_one) {
    Families families;
    Family(families, prometheus::MetricType::Histogram, "took_seconds", "Took.")
        .add({3, 4.25, {{1, 0.000025}, {2, 2.5}}});
    EXPECT_EQ(written(families),
              "# TYPE took_seconds histogram\n# UNIT took_seconds seconds\n# HELP took_seconds Took.\n"
              "took_seconds_bucket{le=\"2.5e-05\"} 1\ntook_seconds_bucket{le=\"2.5\"} 2\n"
              "took_seconds_bucket{le=\"+Inf\"} 3\ntook_seconds_count 3\ntook_seconds_sum 4.25\n# EOF\n");
}

}  // namespace
}  // namespace toolkitd::telemetry
