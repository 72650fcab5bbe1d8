// Which folder may use which library, and who may ask for the time.
#pragma once

#include <vector>

#include "structure/source_file.h"

namespace toolkitd::structure {

// Every include of a library outside of the folder that it belongs to; in domain/, of anything but the standard
// library and date.
Faults library_faults(const std::vector<SourceFile>& files);

// Every header that another folder sees, directly or through a header of its own folder, and that brings a library's
// types along: those stay behind the folder's own words. Names alone (`json_fwd.hpp`) may be seen.
Faults exposure_faults(const std::vector<SourceFile>& files);

// Every place outside of base/ that asks for the time of day, and every folder that is given a clock and should not be.
Faults time_faults(const std::vector<SourceFile>& files);

}  // namespace toolkitd::structure
