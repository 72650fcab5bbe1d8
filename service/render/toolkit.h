// Toolkits and their sections. For the presenters of this folder.
#pragma once

#include <vector>

#include "render/envelope.h"
#include "render/page.h"
#include "render/resource.h"
#include "render/view.h"

namespace toolkitd::render {

// /v1/toolkits, /v1/toolkits/{toolkit}, /v1/toolkits/{toolkit}/sections, /v1/toolkits/{toolkit}/sections/{section}
std::vector<Page> toolkit_pages(const View& view, const Envelope& envelope, const WrittenResources& resources);

}  // namespace toolkitd::render
