// The toolkits as HTML, to be shown in the pages of others: a page for a frame, and a fragment, each in every variant.
//
// Pure functions, safe to call from any thread. Throw nothing but std::bad_alloc.
#pragma once

#include <vector>

#include "render/page.h"
#include "render/view.h"

namespace toolkitd::render {

std::vector<Page> embed_pages(const View& view);

}  // namespace toolkitd::render
