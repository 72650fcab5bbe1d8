// YAML front matter to a tree. The only user of yaml-cpp here.
//
// A small YAML: mappings, lists and scalars. Anchors, aliases and tags are refused, so that no short file can stand for
// a long one; so are keys given twice, and nesting beyond what any kind of file needs.
#pragma once

#include <optional>

#include "content/front_matter.h"
#include "content/node.h"
#include "content/report.h"

namespace toolkitd::content {

// Nothing when the text cannot be read; in that case, and for any fault that does not stop the reading, the report says
// why. Throws nothing.
std::optional<Node> read_yaml(const Parts& parts, const Report& report);

}  // namespace toolkitd::content
