// The whole site at one instant: every page of the API's content paths.
//
// Pure functions, safe to call from any thread. Throw nothing but std::bad_alloc.
#pragma once

#include <string>
#include <vector>

#include "render/page.h"
#include "render/view.h"

namespace toolkitd::render {

// Every page that exists at the view's instant, each path once, in no particular order.
std::vector<Page> pages(const View& view);

// Those of them that tell a regulation's history: all that an event changes which changes no status.
std::vector<Page> history_pages(const View& view);

// The bytes of a page's answer, for the time in which they hold.
std::string finish(const Page& page, const Validity& validity, const domain::Catalogue& catalogue,
                   const Options& options);

}  // namespace toolkitd::render
