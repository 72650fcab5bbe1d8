// What the kernel counts of this process.
//
// Safe to call from any thread.
#pragma once

#include <cstdint>

namespace toolkitd::telemetry {

struct ProcessMeasures {
    double cpu_seconds = 0;
    double start_time = 0;  // in seconds since 1970, by the machine's own clock
    std::uint64_t resident_bytes = 0;
    std::uint64_t virtual_bytes = 0;
    std::uint64_t threads = 0;
    std::uint64_t open_descriptors = 0;
    std::uint64_t most_descriptors = 0;
};

// What cannot be read is zero.
ProcessMeasures measure_process();

}  // namespace toolkitd::telemetry
