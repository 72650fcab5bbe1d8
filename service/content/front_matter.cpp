#include "content/front_matter.h"

namespace toolkitd::content {
namespace {

constexpr std::string_view kBlank = " \t\n";

// Takes a line off the front of `rest`, and gives it without its end.
std::string_view take_line(std::string_view& rest) {
    const auto end = rest.find('\n');
    const auto line = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    return line;
}

bool is_fence(std::string_view line) {
    return line.starts_with("---") && line.find_first_not_of(kBlank, 3) == std::string_view::npos;
}

}  // namespace

std::optional<Parts> split(const TextFile& file, const Report& report) {
    auto rest = file.text();
    if (rest.find_first_not_of(kBlank) == std::string_view::npos) {
        report.add(Rule::empty_file, {},
                   "the file is empty; delete it, or begin it with front matter between two "
                   "lines of `---`");
        return std::nullopt;
    }
    if (!is_fence(take_line(rest))) {
        report.add(Rule::no_front_matter, {1, 1}, "the first line must be `---`, with the front matter below it");
        return std::nullopt;
    }
    Parts parts{.front_matter = rest, .front_matter_line = 2, .body = {}, .body_line = 2};
    while (!rest.empty()) {
        const auto line = take_line(rest);
        ++parts.body_line;
        if (!is_fence(line)) continue;
        const auto length = static_cast<std::size_t>(line.data() - parts.front_matter.data());
        parts.front_matter = parts.front_matter.substr(0, length);
        parts.body = rest;
        return parts;
    }
    report.add(Rule::front_matter_not_closed, {1, 1},
               "the front matter that begins here has no end; put a line of `---` below its last key");
    return std::nullopt;
}

}  // namespace toolkitd::content
