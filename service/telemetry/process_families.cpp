#include "telemetry/families.h"

namespace toolkitd::telemetry {
namespace {

// By the names that every client library of Prometheus gives them.
void add_kernel(const ProcessMeasures& process, Families& families) {
    counter(families, "process_cpu_seconds_total", "Time of the processor that the process has taken.")
        .add(process.cpu_seconds);
    gauge(families, "process_resident_memory_bytes", "Memory that the process has at hand.")
        .add(process.resident_bytes);
    gauge(families, "process_virtual_memory_bytes", "Addresses that the process has reserved.")
        .add(process.virtual_bytes);
    gauge(families, "process_open_fds", "Descriptors that are open.").add(process.open_descriptors);
    gauge(families, "process_max_fds", "Descriptors that may be open.").add(process.most_descriptors);
    gauge(families, "process_threads", "Threads of the process.").add(process.threads);
    gauge(families, "process_start_time_seconds", "When the process started, by the machine's own clock.")
        .add(process.start_time);
}

}  // namespace

void add_process(const Measures& measures, Families& families) {
    gauge(families, "toolkitd_build_info", "The program that runs.")
        .add(1.0, {{"commit", measures.build.commit}, {"version", measures.build.version}});
    gauge(families, "toolkitd_rehearsal", "1 where the clock was set by hand, else 0.")
        .add(measures.rehearsal ? 1.0 : 0.0);
    gauge(families, "toolkitd_clock_timestamp_seconds", "The time by which the service answers.")
        .add(seconds_since_1970(measures.now));
    add_kernel(measures.process, families);
}

}  // namespace toolkitd::telemetry
