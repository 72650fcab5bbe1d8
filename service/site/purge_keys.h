// The names under which caches file an answer, so that an operator can have them forget all that bear one.
//
// A pure function, safe to call from any thread.
#pragma once

#include <string>
#include <string_view>

#include "render/page.h"

namespace toolkitd::site {

// Space-separated, and only of what the content files say: `toolkitd` and `revision-...`, which every answer has; the
// kind; the edition in which the bytes begin to hold, by its instant; and what they are about: `toolkit-...`,
// `resource-...` or `regulation-...` with its id, else `overview`, for what tells of several.
std::string purge_keys(std::string_view path, render::Kind kind, const render::Validity& validity,
                       std::string_view revision);

}  // namespace toolkitd::site
