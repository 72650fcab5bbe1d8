// That a toolkit was withdrawn, in the place of its content.
//
// Pure functions, safe to call from any thread. For the embeds.
#pragma once

#include "render/embed_context.h"

namespace toolkitd::render {

// Since when, why, and what takes its place. The toolkit must be withdrawn at the view's instant.
Html withdrawn_part(const EmbedContext& context);

}  // namespace toolkitd::render
