// Linked data: schema.org's words for what the pages say, as JSON-LD. For the presenters of this folder, and for those
// who look for its pages.
//
// Pure functions, safe to call from any thread.
#pragma once

#include <string>
#include <string_view>

namespace toolkitd::render {

// The path under which the linked data of the page at `path` is kept.
inline std::string linked_data_path(std::string_view path) { return std::string(path) + "?linked-data"; }

}  // namespace toolkitd::render
