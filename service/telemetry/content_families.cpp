#include <algorithm>

#include "telemetry/families.h"

namespace toolkitd::telemetry {
namespace {

void add_snapshot(const Measures& measures, Families& families) {
    const auto& snapshot = measures.snapshot;
    gauge(families, "toolkitd_content_info", "The revision of the content that is served.")
        .add(1.0, {{"revision", snapshot.revision}});
    auto revised = gauge(families, "toolkitd_content_revised_timestamp_seconds",
                         "The latest revision that the content records; absent where it records none.");
    if (snapshot.revised) revised.add(seconds_since_1970(*snapshot.revised));
    gauge(families, "toolkitd_snapshot_loaded_timestamp_seconds", "When what is served was loaded.")
        .add(seconds_since_1970(snapshot.loaded));
    gauge(families, "toolkitd_snapshot_age_seconds", "Since what is served was loaded.")
        .add(std::max(0.0, seconds_of(measures.now - base::TimePoint{snapshot.loaded})));
    gauge(families, "toolkitd_snapshot_editions", "Editions that are served: the site between two instants.")
        .add(std::uint64_t{snapshot.editions});
    gauge(families, "toolkitd_snapshot_representations", "Representations that are served: the bytes for one path.")
        .add(std::uint64_t{snapshot.representations});
}

void add_loads(const Measures& measures, Families& families) {
    const auto& last = measures.last_load;
    counter(families, "toolkitd_loads_total", "Attempts to load the content, the first one included.")
        .add(measures.loads.failed, {{"outcome", "failure"}})
        .add(measures.loads.succeeded, {{"outcome", "success"}});
    gauge(families, "toolkitd_load_last_success", "1 where the last attempt to load the content succeeded, else 0.")
        .add(last.succeeded ? 1.0 : 0.0);
    gauge(families, "toolkitd_load_last_faults", "Faults of the content that the last attempt to load it found.")
        .add(std::uint64_t{last.faults.size()});
    gauge(families, "toolkitd_load_last_timestamp_seconds", "When the content was last loaded, or was to be.")
        .add(seconds_since_1970(last.at));
    gauge(families, "toolkitd_load_last_duration_seconds", "How long that took, without the codings.")
        .add(seconds_of(last.duration));
}

double one_if(bool is_so) { return is_so ? 1.0 : 0.0; }

void add_upkeep(const Upkeep& upkeep, Families& families) {
    gauge(families, "toolkitd_content_looked_timestamp_seconds",
          "When the content's files were last compared with what was read of them.")
        .add(seconds_since_1970(upkeep.looked_at));
    gauge(families, "toolkitd_content_waiting", "1 where a file is waited for, because it is being written, else 0.")
        .add(one_if(!upkeep.waits_for.empty()));
    gauge(families, "toolkitd_content_kept",
          "1 where what is served was kept in state_dir, because the content had faults at the start, else 0.")
        .add(one_if(upkeep.kept.has_value()));
    gauge(families, "toolkitd_settings_last_success", "1 where the settings could be read when they were last, else 0.")
        .add(one_if(upkeep.settings.fault.empty()));
    gauge(families, "toolkitd_state_last_success",
          "0 where the content that passed last could not be written to state_dir, else 1.")
        .add(one_if(!upkeep.state || upkeep.state->fault.empty()));
}

}  // namespace

void add_content(const Measures& measures, Families& families) {
    add_snapshot(measures, families);
    add_loads(measures, families);
    add_upkeep(measures.upkeep, families);
}

}  // namespace toolkitd::telemetry
