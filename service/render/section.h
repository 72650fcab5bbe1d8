// The sections of a toolkit. For the presenters of this folder.
#pragma once

#include <vector>

#include "render/envelope.h"
#include "render/json.h"
#include "render/page.h"
#include "render/view.h"

namespace toolkitd::render {

// The sections of a toolkit, whole, in their order.
Json sections_data(const View& view, const domain::Toolkit& toolkit);

// /v1/toolkits/{toolkit}/sections, /v1/toolkits/{toolkit}/sections/{section}
void add_section_pages(const View& view, const Envelope& envelope, const domain::Toolkit& toolkit,
                       std::vector<Page>& pages);

}  // namespace toolkitd::render
