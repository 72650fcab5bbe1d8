#include "content/yaml_spaces.h"

#include <optional>
#include <sstream>
#include <string>

#include "content/words.h"

namespace toolkitd::content {
namespace {

constexpr std::string_view kNoBreakSpace = "\xC2\xA0";

// Where a tab, or a space that is none, stands where only ordinary spaces mean anything: before a key, or after its
// colon. Editors show no difference.
std::optional<std::size_t> find_bad_space(std::string_view line) {
    const auto begins_badly = [line](std::size_t at) {
        return line.substr(at).starts_with('\t') || line.substr(at).starts_with(kNoBreakSpace);
    };
    const auto first = line.find_first_not_of(' ');
    if (first == std::string_view::npos) return std::nullopt;
    if (begins_badly(first)) return first;
    const auto colon = line.find(':', first);
    const bool word = is_word(line.substr(first, colon - first));
    if (colon == std::string_view::npos || !word || !begins_badly(colon + 1)) return std::nullopt;
    return colon + 1;
}

}  // namespace

bool check_spaces(const Parts& parts, const Report& report) {
    std::istringstream lines{std::string(parts.front_matter)};
    bool fine = true;
    std::string line;
    for (int number = parts.front_matter_line; std::getline(lines, line); ++number) {
        const auto bad = find_bad_space(line);
        if (!bad) continue;
        report.add(Rule::bad_space, {number, static_cast<int>(*bad) + 1},
                   "a tab or a no-break space where only ordinary spaces can stand; delete it and press the space bar");
        fine = false;
    }
    return fine;
}

}  // namespace toolkitd::content
