// Toolkits, their sections and their resources in schema.org's words. For the presenters of this folder.
//
// Pure functions, safe to call from any thread.
#pragma once

#include <unordered_map>

#include "render/json.h"
#include "render/view.h"

namespace toolkitd::render {

// Resources that are shown, each as a toolkit and its own page have it.
using LinkedResources = std::unordered_map<const domain::Resource*, Json>;

Json linked_resource(const View& view, const domain::Resource& resource);

// `resources` holds the toolkit's.
Json linked_toolkit(const View& view, const domain::Toolkit& toolkit, const LinkedResources& resources);

// One of a toolkit's, with its text; `position` counts from 1.
Json linked_section(const View& view, const domain::Toolkit& toolkit, const domain::Section& section,
                    std::size_t position);

// The toolkits that list a resource, as it refers to them.
Json linked_homes(const View& view, const domain::Resource& resource);

}  // namespace toolkitd::render
