// The regulation's status in words, and the notice that is shown with it.
//
// Pure functions, safe to call from any thread. For the embeds.
#pragma once

#include "render/embed_context.h"

namespace toolkitd::render {

// With the notice, or alone where there is none; nothing where the toolkit follows no regulation that is shown.
Html status_part(const EmbedContext& context);

}  // namespace toolkitd::render
