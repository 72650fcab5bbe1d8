// How long a file may be.
#pragma once

#include <cstddef>
#include <vector>

#include "structure/source_file.h"

namespace toolkitd::structure {

constexpr std::size_t kMostLines = 350;
constexpr std::size_t kMostLinesOfMain = 30;
constexpr std::size_t kMedianLines = 110;

// Every file that is longer than the limit: it holds two subjects.
Faults length_faults(const std::vector<SourceFile>& files);

// The number of lines that half of the files do not pass; 0 without files.
std::size_t median_lines(const std::vector<SourceFile>& files);

}  // namespace toolkitd::structure
