// What linked data says of everything that the publisher gives: whose it is, for whom, and what may be done with it.
// For the presenters of this folder.
//
// Pure functions, safe to call from any thread.
#pragma once

#include <string>
#include <vector>

#include "render/json.h"
#include "render/view.h"

namespace toolkitd::render {

// Whom a work is for, in the content's own words for them.
Json linked_audience(const std::vector<std::string>& audiences);

// The publisher, by name.
Json linked_publisher(const View& view);

// Properties of a CreativeWork. Where a survivor is sent goes with the publisher, as its point of contact: a survivor
// is no audience of the work, and the redirect is no condition of access to it.
Json linked_terms(const View& view);

// The same for the publisher's own works, with those who pay for them.
Json linked_work_terms(const View& view);

}  // namespace toolkitd::render
