// The pages for developers: the reference of the API, and how to embed a toolkit. For the presenters of this folder.
#pragma once

#include <vector>

#include "render/page.h"
#include "render/view.h"

namespace toolkitd::render {

// /docs, /docs/embedding. In English alone.
std::vector<Page> docs_pages(const View& view);

}  // namespace toolkitd::render
