// Health, readiness and version as JSON (the shape of the health+json draft, draft-inadarei-api-health-check-06).
//
// Plain values and pure functions, safe to call from any thread.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.h"
#include "domain/words.h"

namespace toolkitd::render {

struct Build {
    std::string version;
    std::string commit;
};

// What is served of one regulation, against what the clock demands.
struct StatusCheck {
    std::string regulation;
    std::optional<domain::StatusKind> served;            // nothing: the regulation is not served
    std::optional<domain::StatusKind> demanded;          // nothing: it is not to be
    std::optional<std::chrono::seconds> to_next_switch;  // rounded down

    bool passes() const { return served == demanded; }
};

// How the last attempt to load the content went. One that failed leaves what was served before.
struct LoadCheck {
    base::Instant at;
    bool passes = true;
    std::string sentence;
    std::vector<std::string> faults;  // told in part where they are many
};

// Something that was tried at a time. An empty sentence: it succeeded.
struct AttemptCheck {
    base::Instant at;
    std::string fault;
};

// What is known of files and settings besides.
struct UpkeepCheck {
    base::Instant looked_at;
    std::string waits_for;  // the file that is being written, and why it is waited for; empty: none is
    std::optional<base::Instant> waits_since{};
    AttemptCheck settings{};
    std::optional<AttemptCheck> state{};  // nothing: nothing is kept
    std::optional<base::Instant> kept{};  // what is served is what was kept then

    bool passes() const;
};

struct Health {
    Build build;
    std::string content_revision;
    base::Instant loaded_at;
    base::Instant time;
    bool rehearsal = false;
    std::vector<StatusCheck> statuses;
    LoadCheck load{};
    UpkeepCheck upkeep{};
    bool lacks_primary = false;  // several regulations, and no setting that says which is the primary one

    // Whether the right statuses are served; everything else is a warning.
    bool passes() const;
};

// application/health+json
std::string health_json(const Health& health);

// The `status` of such a document: pass, warn or fail. Nothing where it is none.
std::optional<std::string> status_of_health(std::string_view json);

// /livez, /readyz
std::string passing_json(bool passes);

// /version
std::string version_json(const Build& build, const std::string& content_revision);

}  // namespace toolkitd::render
