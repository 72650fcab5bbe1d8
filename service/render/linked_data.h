// Linked data: schema.org's words for what the pages say, as JSON-LD 1.1. What is not known is left out.
//
// Pure functions, safe to call from any thread. Throw nothing but std::bad_alloc.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "render/page.h"
#include "render/view.h"

namespace toolkitd::render {

// The path under which the linked data of the page at `path` is kept.
inline std::string linked_data_path(std::string_view path) { return std::string(path) + "?linked-data"; }

// The linked data of every toolkit, section and resource that is shown.
std::vector<Page> linked_work_pages(const View& view);

// That of every regulation that is shown, which tells its history.
std::vector<Page> linked_regulation_pages(const View& view);

// What is said of a toolkit at its own page, as a data block for a page of HTML ("the script element", HTML Living
// Standard 4.12.1). Addresses of ours in it are references relative to that page where the options have no public URL:
// a page of somebody else's must not hold it then.
std::string linked_data_block(const View& view, const domain::Toolkit& toolkit);

}  // namespace toolkitd::render
