#include "content/hash_checks.h"

#include <string>
#include <vector>

#include "content/escaped.h"

namespace toolkitd::content {
namespace {

using Lines = std::vector<std::string_view>;

Lines lines_of(std::string_view text) {
    Lines lines;
    while (!text.empty()) {
        lines.push_back(text.substr(0, text.find('\n')));
        text.remove_prefix(std::min(lines.back().size() + 1, text.size()));
    }
    return lines;
}

bool is_space(char c) { return c == ' ' || c == '\t'; }

// Where the text of a comment begins that is none to look at; npos where there is no such comment.
std::size_t find_hash(std::string_view line, std::size_t from) {
    for (auto at = line.find('#', from); at != std::string_view::npos; at = line.find('#', at + 1)) {
        if (at == 0 || !is_space(line[at - 1])) continue;
        const auto behind = line.substr(at + 1);
        if (behind.empty() || behind.front() == '#') return std::string_view::npos;
        if (!is_space(behind.front())) return at;
        const bool one_space = at < 2 || !is_space(line[at - 2]);
        const bool number = behind.size() > 1 && behind[1] >= '0' && behind[1] <= '9';
        return one_space && number ? at : std::string_view::npos;
    }
    return std::string_view::npos;
}

class Checker {
public:
    Checker(const Parts& parts, const Report& report)
        : lines_(lines_of(parts.front_matter)), first_line_(parts.front_matter_line), report_(report) {}

    void check(const Node& node) const {
        for (const auto& child : node.children) check(child);
        if (node.is_scalar() && node.is_plain) check_line(last_line(node), node.mark.column, node.mark.line);
        if (node.kind == Node::Kind::null && !node.key.empty()) {
            check_line(node.key_mark.line, node.key_mark.column + static_cast<int>(node.key.size()),
                       node.key_mark.line);
        }
    }

private:
    // A value without quotation marks may go on in lines below it.
    int last_line(const Node& node) const {
        int line = node.mark.line;
        std::size_t left = node.scalar.size();
        for (std::size_t column = static_cast<std::size_t>(node.mark.column - 1); left > 0; ++line, column = 0) {
            const auto text = text_of(line);
            auto part = text.substr(std::min(column, text.size()));
            if (column == 0) part.remove_prefix(std::min(part.find_first_not_of(" \t"), part.size()));
            if (part.size() >= left || static_cast<std::size_t>(line - first_line_) + 1 >= lines_.size()) return line;
            left -= std::min(left, part.size() + 1);
        }
        return line;
    }

    std::string_view text_of(int line) const {
        const auto index = static_cast<std::size_t>(line - first_line_);
        return index < lines_.size() ? lines_[index] : std::string_view();
    }

    void check_line(int number, int column, int first) const {
        const auto line = text_of(number);
        const auto from = number == first ? static_cast<std::size_t>(column - 1) : 0;
        const auto at = from < line.size() ? find_hash(line, from) : std::string_view::npos;
        if (at == std::string_view::npos) return;
        report_.add(Rule::hash_in_value, {number, static_cast<int>(at) + 1},
                    "the value ends in front of `" + std::string(line.substr(at)) +
                        "`, for ` #` begins a comment; put the value in double quotes, or write the comment with two "
                        "spaces before `#` and one behind it");
    }

    Lines lines_;
    int first_line_;
    const Report& report_;
};

}  // namespace

void check_hashes(const Parts& parts, const Node& root, const Report& report) { Checker(parts, report).check(root); }

}  // namespace toolkitd::content
