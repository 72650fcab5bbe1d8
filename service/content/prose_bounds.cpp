#include "content/prose_bounds.h"

#include <cmark.h>

#include <algorithm>
#include <cstring>
#include <map>
#include <memory>
#include <string>

#include "content/prose_checks.h"

namespace toolkitd::content {
namespace {

constexpr std::size_t kMostNested = 20;
constexpr std::size_t kMostLinks = 1'000;
constexpr std::size_t kLongestParagraph = 32 * std::size_t{1'024};
constexpr std::size_t kMostBytes = 6 * std::size_t{1'048'576};

constexpr const char* kTooDeep =
    "quotes, lists and emphasis are nested here more than 20 deep; take the signs at the beginning of the line away";

bool is_space(char c) { return c == ' ' || c == '\t'; }

bool is_rule(std::string_view line) {
    const auto first = line.find_first_not_of(" \t");
    return first != std::string_view::npos && std::string_view("-*_").find(line[first]) != std::string_view::npos &&
           std::all_of(line.begin(), line.end(), [c = line[first]](char each) { return each == c || is_space(each); });
}

// How long the sign is that opens a quote or a list item at the front of a line; 0 where there is none.
std::size_t opening(std::string_view line) {
    const auto ends = [line](std::size_t at) { return at == line.size() || is_space(line[at]); };
    if (line.front() == '>') return 1;
    if (std::string_view("-+*").find(line.front()) != std::string_view::npos) return ends(1) ? 1 : 0;
    const auto digits = std::min(line.find_first_not_of("0123456789"), line.size());
    const bool numbered = digits > 0 && digits < line.size() && (line[digits] == '.' || line[digits] == ')');
    return numbered && ends(digits + 1) ? digits + 1 : 0;
}

std::size_t openings(std::string_view line) {
    std::size_t count = 0;
    if (is_rule(line)) return count;
    for (;;) {
        line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
        const auto length = line.empty() ? 0 : opening(line);
        if (length == 0) return count;
        line.remove_prefix(length);
        ++count;
    }
}

bool is_nesting(cmark_node_type type) {
    return type == CMARK_NODE_BLOCK_QUOTE || type == CMARK_NODE_ITEM || type == CMARK_NODE_EMPH ||
           type == CMARK_NODE_STRONG;
}

// At most, in any form: each character may be escaped, and each line repeats the signs that it is nested in.
class Size {
public:
    explicit Size(const Prose& prose) {
        for (const auto& target : prose.targets) lengths_[target.id] = target.href ? target.href->size() : 0;
    }

    void add(cmark_node* node, std::size_t depth) {
        constexpr std::size_t kOfANode = 32;
        constexpr std::size_t kOfALevel = 4;
        bytes_ += kOfANode + kOfALevel * depth;
        if (const char* literal = cmark_node_get_literal(node)) bytes_ += 6 * std::strlen(literal);
        if (cmark_node_get_type(node) != CMARK_NODE_LINK) return;
        ++links_;
        const std::string_view url = cmark_node_get_url(node);
        const auto declared =
            url.starts_with(kDeclaredLink) ? lengths_.find(url.substr(kDeclaredLink.size())) : lengths_.end();
        bytes_ += 2 * (declared == lengths_.end() ? url.size() : declared->second) +
                  2 * std::strlen(cmark_node_get_title(node));
    }

    bool fits() const { return links_ <= kMostLinks && bytes_ <= kMostBytes; }

private:
    std::map<std::string, std::size_t, std::less<>> lengths_;  // of addresses
    std::size_t bytes_ = 0;
    std::size_t links_ = 0;
};

}  // namespace

bool check_input(const Prose& prose, const Report& report) {
    auto rest = prose.body;
    std::size_t paragraph = 0;
    for (int number = prose.first_line; !rest.empty(); ++number) {
        const auto line = rest.substr(0, rest.find('\n'));
        if (openings(line) > kMostNested) {
            report.add(Rule::too_deep, {number, 1}, kTooDeep);
            return false;
        }
        paragraph = line.find_first_not_of(" \t") == std::string_view::npos ? 0 : paragraph + line.size() + 1;
        if (paragraph > kLongestParagraph) {
            report.add(Rule::too_long, {number, 1},
                       "the paragraph is longer than 32 KiB; part it, with an empty line between the parts");
            return false;
        }
        rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    }
    return true;
}

bool check_output(cmark_node* document, const Prose& prose, int lines_before, const Report& report) {
    const std::unique_ptr<cmark_iter, decltype(&cmark_iter_free)> iterator(cmark_iter_new(document), &cmark_iter_free);
    Size size(prose);
    std::size_t depth = 0;
    for (auto event = cmark_iter_next(iterator.get()); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(iterator.get())) {
        cmark_node* node = cmark_iter_get_node(iterator.get());
        const std::size_t level = is_nesting(cmark_node_get_type(node)) ? 1 : 0;
        depth = event == CMARK_EVENT_ENTER ? depth + level : depth - level;
        if (event == CMARK_EVENT_ENTER) size.add(node, depth);
        const Mark place{cmark_node_get_start_line(node) + prose.first_line - 1 - lines_before,
                         cmark_node_get_start_column(node)};
        if (depth > kMostNested) {
            report.add(Rule::too_deep, place, kTooDeep);
            return false;
        }
        if (!size.fits()) {
            report.add(
                Rule::too_long, place,
                "up to here the text has more than 1,000 links, or becomes larger than 6 MiB; part it into sections");
            return false;
        }
    }
    return true;
}

}  // namespace toolkitd::content
