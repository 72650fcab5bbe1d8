#include "structure/limits.h"

#include <algorithm>
#include <string>

namespace toolkitd::structure {
namespace {

std::size_t lines_of(const SourceFile& file) {
    const auto ends = std::count(file.text.begin(), file.text.end(), '\n');
    const bool open = !file.text.empty() && file.text.back() != '\n';
    return static_cast<std::size_t>(ends) + (open ? 1 : 0);
}

}  // namespace

Faults length_faults(const std::vector<SourceFile>& files) {
    Faults faults;
    for (const SourceFile& file : files) {
        const std::size_t most = file.path == "service/main.cpp" ? kMostLinesOfMain : kMostLines;
        const std::size_t lines = lines_of(file);
        if (lines <= most) continue;
        faults.push_back(file.path + " has " + std::to_string(lines) + " lines, more than " + std::to_string(most) +
                         ": part it by subject");
    }
    return faults;
}

std::size_t median_lines(const std::vector<SourceFile>& files) {
    std::vector<std::size_t> lines;
    for (const SourceFile& file : files) lines.push_back(lines_of(file));
    if (lines.empty()) return 0;
    const auto middle = lines.begin() + static_cast<std::ptrdiff_t>((lines.size() - 1) / 2);
    std::nth_element(lines.begin(), middle, lines.end());
    return *middle;
}

}  // namespace toolkitd::structure
