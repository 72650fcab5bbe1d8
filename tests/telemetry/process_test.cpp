#include "telemetry/process.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

namespace toolkitd::telemetry {
namespace {

TEST(Process, is_measured_by_what_the_kernel_counts) {
    const auto measured = measure_process();
    EXPECT_GT(measured.start_time, 1'700'000'000);
    EXPECT_GE(measured.cpu_seconds, 0);
    EXPECT_GT(measured.resident_bytes, 100'000U);
    EXPECT_GE(measured.virtual_bytes, measured.resident_bytes);
    EXPECT_GT(measured.most_descriptors, measured.open_descriptors);
}

TEST(Process, has_a_descriptor_more_where_one_is_opened) {
    const auto before = measure_process().open_descriptors;
    const int opened = open("/dev/null", O_RDONLY);
    EXPECT_EQ(measure_process().open_descriptors, before + 1);
    close(opened);
    EXPECT_EQ(measure_process().open_descriptors, before);
}

}  // namespace
}  // namespace toolkitd::telemetry
