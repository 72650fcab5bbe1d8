// What items say of each other: that everything named is there, and that nothing is named twice.
#pragma once

#include <vector>

#include "content/item.h"

namespace toolkitd::content {

// Reports files that must be there and are not; regulations, toolkits, resources and sections that are named and not
// there; sections that no toolkit lists; former ids that something else has or had.
void check_references(const std::vector<Item>& items, Diagnostics& all);

}  // namespace toolkitd::content
