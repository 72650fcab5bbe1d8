// Regulations: their history, their documents and their status. For the presenters of this folder.
#pragma once

#include <vector>

#include "render/envelope.h"
#include "render/page.h"
#include "render/view.h"

namespace toolkitd::render {

// /v1/regulations, /v1/regulations/{regulation}, /v1/regulations/{regulation}/status, /v1/regulation-status
std::vector<Page> regulation_pages(const View& view, const Envelope& envelope);

}  // namespace toolkitd::render
