#include <set>
#include <string>

#include "content/front_matter.h"
#include "content/yaml.h"
#include "fuzz/naive.h"
#include "fuzz/property.h"
#include "fuzz/targets.h"

namespace toolkitd::fuzz {
namespace {

using content::Diagnostics;
using content::Node;
using content::Parts;
using content::Report;
using content::TextFile;

bool is_in(content::Mark mark, int lines) { return mark.line >= 1 && mark.line <= lines && mark.column >= 1; }

// A list or a mapping at the depth that is allowed holds scalars alone, and the service says so: no node is deeper.
constexpr int kDeepest = 17;

void check_node(const Node& node, int lines, int depth) {
    require(depth <= kDeepest, "nothing is nested deeper than is allowed");
    require(is_in(node.mark, lines), "a value has its place in the file");
    require(node.children.empty() || node.kind == Node::Kind::sequence || node.kind == Node::Kind::mapping,
            "only lists and mappings hold others");
    for (const auto& child : node.children) {
        const bool has_key = child.key_mark.line != 0;
        require(has_key == (node.kind == Node::Kind::mapping), "the members of mappings have keys, and no others");
        require(!has_key || is_in(child.key_mark, lines), "a key has its place in the file");
        check_node(child, lines, depth + 1);
    }
}

void check_keys(const Node& node) {
    std::set<std::string_view> keys;
    for (const auto& child : node.children) {
        require(node.kind != Node::Kind::mapping || keys.insert(child.key).second,
                "without a fault no key comes twice");
        check_keys(child);
    }
}

bool equal(const Node& a, const Node& b) {
    if (a.kind != b.kind || a.scalar != b.scalar || a.key != b.key || a.children.size() != b.children.size()) {
        return false;
    }
    for (std::size_t i = 0; i < a.children.size(); ++i) {
        if (!equal(a.children[i], b.children[i])) return false;
    }
    return true;
}

void check_faults(const Diagnostics& faults, int lines) {
    for (const auto& fault : faults) {
        const bool whole_file = fault.line == 0 && fault.column == 0;
        require(whole_file || (fault.line >= 1 && fault.line <= lines && fault.column >= 1),
                "a fault has its place in the file");
        require(!fault.message.empty() && !fault.rule.empty(), "a fault says what is wrong");
    }
}

void check_parts(const Parts& parts, std::string_view text) {
    require(text.starts_with("---"), "front matter begins with a fence");
    require(parts.body.data() + parts.body.size() == text.data() + text.size(), "the body reaches to the end");
    const std::string_view before(text.data(), static_cast<std::size_t>(parts.body.data() - text.data()));
    const auto body_line = static_cast<int>(count(before, "\n")) + 1;
    const bool open_end = parts.body.empty() && !before.ends_with('\n');
    require(parts.body_line == body_line + (open_end ? 1 : 0), "the body's line is the one behind the fence");
    require(parts.front_matter.data() == text.data() + text.find('\n') + 1, "front matter begins in line 2");
    const auto behind =
        before.substr(static_cast<std::size_t>(parts.front_matter.data() - text.data()) + parts.front_matter.size());
    require(behind.starts_with("---"), "a fence ends the front matter");
    require(parts.front_matter.find("\n---\n") == std::string_view::npos, "no fence stands within it");
}

void check_yaml(const Parts& parts, const TextFile& file, int lines) {
    Diagnostics faults;
    const auto root = content::read_yaml(parts, Report(file, faults));
    check_faults(faults, lines);
    require(root || !faults.empty(), "what cannot be read has a fault");
    if (!root) return;
    if (root->kind != Node::Kind::null) check_node(*root, lines, 1);
    if (faults.empty()) check_keys(*root);
    Diagnostics more;
    const auto again = content::read_yaml(parts, Report(file, more));
    require(again && equal(*root, *again) && more.size() == faults.size(), "the same text is read the same each time");
}

void check_text(const TextFile& file) {
    const auto text = file.text();
    require(text.find('\r') == std::string_view::npos, "every line ends in a line feed");
    if (const auto bad = content::find_invalid_utf8(text)) {
        require(*bad < text.size(), "what is no UTF-8 is in the text");
        require(!content::find_invalid_utf8(text.substr(0, *bad)), "what stands before it is UTF-8");
    }
    const auto end = file.mark_at(text.size());
    require(end.line == static_cast<int>(count(text, "\n")) + 1, "the end is in the last line");
}

}  // namespace

void front_matter(std::string_view input) {
    const TextFile file({"file.md", std::string(input)});
    check_text(file);
    const auto text = file.text();
    if (content::find_invalid_utf8(text) || content::find_control_character(text)) return;
    const auto lines = static_cast<int>(count(text, "\n")) + 1;
    Diagnostics faults;
    const auto parts = content::split(file, Report(file, faults));
    check_faults(faults, lines);
    require(parts ? faults.empty() : faults.size() == 1, "a file falls into its parts, or has one fault");
    if (!parts) return;
    check_parts(*parts, text);
    check_yaml(*parts, file, lines);
}

}  // namespace toolkitd::fuzz
