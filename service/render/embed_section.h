// A toolkit's sections and resources, in the publisher's words and order.
//
// Pure functions, safe to call from any thread. For the embeds.
#pragma once

#include "render/embed_context.h"

namespace toolkitd::render {

// With the toolkit's resources inside where the section lists them.
Html section_part(const EmbedContext& context, const domain::Section& section);

// The resources of a toolkit in which no section lists them; nothing where there are none.
Html resources_part(const EmbedContext& context);

}  // namespace toolkitd::render
