#include "content/quote_checks.h"

#include <algorithm>
#include <optional>
#include <string>

namespace toolkitd::content {
namespace {

bool is_space(char c) { return c == ' ' || c == '\t'; }

// Where a value begins: behind `key: `, or `- `.
std::size_t value_of(std::string_view line) {
    std::size_t at = std::min(line.find_first_not_of(' '), line.size());
    while (line.substr(at).starts_with("- ")) at = std::min(line.find_first_not_of(' ', at + 2), line.size());
    const auto colon = line.find_first_of(":'\"", at);
    if (colon == std::string_view::npos || line[colon] != ':' || colon + 1 >= line.size() || !is_space(line[colon + 1]))
        return at;
    return std::min(line.find_first_not_of(" \t", colon + 1), line.size());
}

// The mark that closes a value, counted from the one that opens it; nothing where none does.
std::optional<std::size_t> closing(std::string_view value) {
    const char mark = value.front();
    for (std::size_t at = 1; at < value.size(); ++at) {
        if (mark == '"' && value[at] == '\\') {
            ++at;
        } else if (value[at] == mark) {
            const bool doubled = mark == '\'' && at + 1 < value.size() && value[at + 1] == mark;
            if (!doubled) return at;
            ++at;
        }
    }
    return std::nullopt;
}

bool goes_on(std::string_view behind) {
    const auto first = behind.find_first_not_of(" \t");
    return first != std::string_view::npos && behind[first] != '#';
}

}  // namespace

bool check_quotes(const Parts& parts, int fault_line, const Report& report) {
    auto rest = parts.front_matter;
    std::optional<Mark> found;
    char mark = '"';
    for (int number = parts.front_matter_line; !rest.empty() && number <= fault_line; ++number) {
        const auto line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(line.size() + 1, rest.size()));
        const auto at = value_of(line);
        if (at >= line.size() || (line[at] != '"' && line[at] != '\'')) continue;
        const auto value = line.substr(at);
        const auto end = closing(value);
        if (!end || !goes_on(value.substr(*end + 1))) continue;
        mark = line[at];
        found = Mark{number, static_cast<int>(at + *end) + 1};
    }
    if (!found) return false;
    report.add(Rule::yaml_syntax, *found,
               mark == '"'
                   ? "this quotation mark (`\"`) ends the value, and more comes behind it; write `\\\"` for one within "
                     "double quotes, or put the value in single quotes"
                   : "this quotation mark (`'`) ends the value, and more comes behind it; write `''` for an "
                     "apostrophe within single quotes, or put the value in double quotes");
    return true;
}

}  // namespace toolkitd::content
