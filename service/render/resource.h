// Resources, and the lists of them. For the presenters of this folder, and for the site.
#pragma once

#include <unordered_map>
#include <vector>

#include "render/envelope.h"
#include "render/page.h"
#include "render/resource_filter.h"
#include "render/view.h"
#include "render/written.h"

namespace toolkitd::render {

// Those that are shown, each as it stands in a toolkit, in a list, and by itself.
using WrittenResources = std::unordered_map<const domain::Resource*, WrittenJson>;
WrittenResources written_resources(const View& view);

// /v1/resources/{resource}, and /v1/resources with every choice of filters that something matches, or that nothing
// does.
std::vector<Page> resource_pages(const View& view, const Envelope& envelope, const WrittenResources& written);

// What each filter may be at the view's instant, sorted.
FilterValues resource_filter_values(const View& view);

}  // namespace toolkitd::render
