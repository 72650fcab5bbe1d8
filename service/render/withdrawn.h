// What stands where content was until it was withdrawn: problems (RFC 9457) with the status 410, which say since when,
// why, and what takes its place.
//
// Pure functions, safe to call from any thread. For the presenters of this folder.
#pragma once

#include <vector>

#include "domain/catalogue.h"
#include "render/page.h"
#include "render/view.h"

namespace toolkitd::render {

// Those of toolkits, sections and resources, but for feeds and embeds.
std::vector<Page> withdrawn_pages(const View& view);

// Those of a toolkit's feeds; none where it is not withdrawn.
std::vector<Page> withdrawn_feed_pages(const View& view, const domain::Toolkit& toolkit);

}  // namespace toolkitd::render
