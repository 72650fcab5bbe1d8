// What stands around a toolkit, whatever is shown of it: whom it is not for, whose it is, and in which time it holds.
//
// Pure functions, safe to call from any thread. For the embeds.
#pragma once

#include "render/embed_context.h"
#include "render/page.h"

namespace toolkitd::render {

// Where a survivor finds help.
Html redirect_part(const EmbedContext& context);

// That the clock was set by hand; nothing where it was not.
Html rehearsal_part(const EmbedContext& context);

// The terms of republication, and the way to the publisher's page.
Html rights_part(const EmbedContext& context);

// The time in which the bytes hold, in the page's language, for programs and for people.
Html validity_line(const Page& page, const Ending& ending);

}  // namespace toolkitd::render
