// What this binary was built from.
#pragma once

#include <string>

#include "render/health.h"

namespace toolkitd::app {

render::Build build_facts();

// "toolkitd 0.1.0 (commit)"
std::string version_line();

}  // namespace toolkitd::app
