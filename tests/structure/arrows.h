// Which folder of service/ may include which.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "structure/source_file.h"

namespace toolkitd::structure {

// The folders that a folder may include: itself, and all that lies downstream of it.
std::set<std::string> reachable_from(std::string_view folder);

// Every include of a file of service/ that follows no arrow, leads out of the tree, or to a file that is not there;
// every folder that the house does not have.
Faults arrow_faults(const std::vector<SourceFile>& files);

}  // namespace toolkitd::structure
