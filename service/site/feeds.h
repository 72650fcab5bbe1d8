// Feeds have instants of their own, for a revision changes no other page: each is rendered where it may change, and
// nowhere else.
//
// Pure but for what it is given to call. Throws nothing but std::bad_alloc.
#pragma once

#include <functional>

#include "base/progress.h"
#include "domain/catalogue.h"
#include "render/page.h"
#include "render/view.h"

namespace toolkitd::site {

using Take = std::function<void(render::Page page, const render::Validity& validity)>;

// Calls `take` with every page of every feed in every language, each with the time for which it was rendered; those of
// a path in the order of time.
void render_feeds(const domain::Catalogue& catalogue, const render::Options& options, const base::Progress& progress,
                  const Take& take);

}  // namespace toolkitd::site
