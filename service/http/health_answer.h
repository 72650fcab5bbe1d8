// Health, readiness and version over HTTP. No cache keeps any of them.
//
// Pure functions, safe to call from any thread.
#pragma once

#include <string>

#include "base/instant.h"
#include "http/message.h"
#include "render/health.h"
#include "site/snapshot.h"
#include "telemetry/last_load.h"

namespace toolkitd::http {

// 200 where every status served is the one that the clock demands, else 503.
Response health_answer(const site::Snapshot& snapshot, const telemetry::Loads& loads, base::TimePoint now,
                       const render::Build& build, bool rehearsal);

// Whether it is alive, or ready: 200, else 503.
Response passing_answer(bool passes = true);

Response version_answer(const render::Build& build, const std::string& content_revision);

}  // namespace toolkitd::http
