// Regulations in schema.org's words. For the presenters of this folder.
//
// Pure functions, safe to call from any thread.
#pragma once

#include "domain/regulation.h"
#include "render/json.h"
#include "render/view.h"

namespace toolkitd::render {

// A regulation that is shown, as another item refers to it: what it is called, and whether it is in force.
Json linked_rule(const View& view, const domain::Regulation& regulation);

// All that is known of it at the view's instant.
Json linked_regulation(const View& view, const domain::Regulation& regulation);

}  // namespace toolkitd::render
