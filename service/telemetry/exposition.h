// What was measured, as Prometheus reads it.
//
// Pure functions, safe to call from any thread.
#pragma once

#include <string>
#include <string_view>

#include "telemetry/measures.h"

namespace toolkitd::telemetry {

// The text format 0.0.4 of Prometheus, or OpenMetrics 1.0.
enum class Exposition { text, open_metrics };

// The media type, with its parameters.
std::string_view media_type(Exposition exposition);

// Which series there are follows from the measures' names alone; those that clients may sway are all there at zero.
std::string written(const Measures& measures, Exposition exposition);

}  // namespace toolkitd::telemetry
