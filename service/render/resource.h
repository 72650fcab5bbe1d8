// Resources, and the lists of them. For the presenters of this folder, and for the site.
#pragma once

#include <vector>

#include "render/envelope.h"
#include "render/json.h"
#include "render/page.h"
#include "render/resource_filter.h"
#include "render/view.h"

namespace toolkitd::render {

// One resource as it stands in a toolkit, in a list, and by itself.
Json resource_data(const View& view, const domain::Resource& resource);

// /v1/resources/{resource}, and /v1/resources with every choice of filters that something matches, or that nothing
// does.
std::vector<Page> resource_pages(const View& view, const Envelope& envelope);

// What each filter may be at the view's instant, sorted.
FilterValues resource_filter_values(const View& view);

}  // namespace toolkitd::render
