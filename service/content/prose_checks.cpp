#include "content/prose_checks.h"

#include <algorithm>
#include <array>
#include <sstream>

#include "content/address.h"
#include "content/escaped.h"
#include "content/markdown_tree.h"
#include "content/plain_text.h"
#include "content/prose_lookalikes.h"
#include "content/texts.h"

namespace toolkitd::content {
namespace {

constexpr int kLargestHeading = 3;  // a page's title and a section's title stand above

constexpr std::string_view kNoEntity = "an entity (`&#...;`) that stands for a control character; take it away";

constexpr std::string_view kNoLink =
    "this looks like a link and is none; write [the words][name], and the name under `links` above";

struct Unwanted {
    cmark_node_type type;
    Rule rule;
    std::string_view message;
};

constexpr std::string_view kNoHtml = "HTML is not used in texts; write the words alone, or Markdown";
constexpr std::array kUnwanted{
    Unwanted{CMARK_NODE_HTML_BLOCK, Rule::raw_html, kNoHtml},
    Unwanted{CMARK_NODE_HTML_INLINE, Rule::raw_html, kNoHtml},
    Unwanted{CMARK_NODE_IMAGE, Rule::image, "pictures cannot be shown here; say in words what the picture says"},
    Unwanted{CMARK_NODE_CODE_BLOCK, Rule::code_block,
             "four spaces (or three back quotes) at the beginning of a line make this a piece of program text; begin "
             "the line without them"},
};

// What stands after the closing bracket of what was meant to be a link.
bool continues_link(std::string_view text) {
    const bool opens = text.starts_with('[') || text.starts_with('(');
    return opens || text.starts_with(" (http") || text.starts_with(" (mailto:") || text.starts_with(" (tel:");
}

// What an entity made, for nothing of that kind is in the file itself.
bool holds_what_is_no_character(std::string_view text) {
    return find_control_character(text) || find_invalid_utf8(text);
}

bool is_link(cmark_node* node) { return node != nullptr && cmark_node_get_type(node) == CMARK_NODE_LINK; }

bool is_in_link(cmark_node* node) {
    for (auto* parent = cmark_node_parent(node); parent != nullptr; parent = cmark_node_parent(parent)) {
        if (is_link(parent)) return true;
    }
    return false;
}

// The words that stand directly in front of a node: up to the end of the line before, and no further.
std::string text_before(cmark_node* node) {
    std::string text;
    for (int lines = 0; (node = cmark_node_previous(node)) != nullptr && lines < 2;) {
        const auto type = cmark_node_get_type(node);
        if (type == CMARK_NODE_SOFTBREAK) {
            text.insert(0, "\n");
            ++lines;
        } else if (type == CMARK_NODE_TEXT) {
            const std::string_view words = cmark_node_get_literal(node);
            text.insert(0, words.substr(words.size() - std::min<std::size_t>(words.size(), 1'000)));
        } else {
            break;
        }
    }
    return text;
}

// As Markdown compares names.
bool is_same_name(std::string_view id, std::string_view words) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    return std::equal(id.begin(), id.end(), words.begin(), words.end(),
                      [&](char a, char b) { return lower(a) == lower(b); });
}

// Leaves a link's words where it was.
void unwrap(cmark_node* link) {
    while (cmark_node* child = cmark_node_first_child(link)) cmark_node_insert_before(link, child);
    cmark_node_free(link);
}

}  // namespace

// Markdown's own way to say where links lead, which has no place here: cmark takes such lines out of the text.
void check_definitions(const Prose& prose, const Report& report) {
    std::istringstream lines{std::string(prose.body)};
    std::string line;
    for (int number = prose.first_line; std::getline(lines, line); ++number) {
        const auto first = line.find_first_not_of(' ');
        const auto end = line.find("]:");
        const bool is_definition =
            first <= 3 && line[first] == '[' && end != std::string_view::npos && end > first;  // npos is above 3
        if (!is_definition) continue;
        if (line.substr(first + 1, end - first - 1).find_first_of("[]") != std::string_view::npos) continue;
        report.add(Rule::address_in_text, {number, static_cast<int>(first) + 1},
                   "addresses do not stand in the text; write this one under `links` in the front matter");
    }
}

void ProseChecks::visit(cmark_node* node) {
    const auto type = cmark_node_get_type(node);
    for (const auto& each : kUnwanted) {
        if (type == each.type) fault(each.rule, node, std::string(each.message));
    }
    if (type == CMARK_NODE_HEADING) visit_heading(node);
    if (type == CMARK_NODE_TEXT) visit_text(node);
    if (type == CMARK_NODE_LINK) visit_link(node);
}

std::vector<domain::Link> ProseChecks::finish() {
    for (const auto& target : prose_.targets) {
        if (used_.contains(target.id)) continue;
        report_.add(Rule::unused_link, target.mark,
                    "the link `" + target.id + "` is not in the text; write [the words][" + target.id +
                        "] there, or take it away here");
    }
    for (cmark_node* link : unresolved_) unwrap(link);
    return std::move(links_);
}

void ProseChecks::fault(Rule rule, cmark_node* node, std::string message) const {
    report_.add(rule, {cmark_node_get_start_line(node) + line_shift_, cmark_node_get_start_column(node)},
                std::move(message));
}

void ProseChecks::visit_heading(cmark_node* node) const {
    if (cmark_node_get_heading_level(node) >= kLargestHeading) return;
    fault(Rule::heading_level, node,
          "this heading is as large as the page's own; begin it with `###` (or more), or make it a section of its "
          "own");
}

// The places are exact as long as there is no entity or escape before them in the line.
void ProseChecks::visit_text(cmark_node* node) const {
    const std::string_view text = cmark_node_get_literal(node);
    const bool breaks_line = text.find('\n') != std::string_view::npos;  // the end of a line in the file is no text
    if (breaks_line || holds_what_is_no_character(text)) fault(Rule::control_character, node, std::string(kNoEntity));
    for (auto at = text.find(']'); at != std::string_view::npos; at = text.find(']', at + 1)) {
        if (!continues_link(text.substr(at + 1))) continue;
        report_.add(
            Rule::broken_link,
            {cmark_node_get_start_line(node) + line_shift_, cmark_node_get_start_column(node) + static_cast<int>(at)},
            std::string(kNoLink));
    }
    if (is_in_link(node)) return;
    const bool told = is_link(cmark_node_previous(node)) && text.starts_with('(');
    check_bare_addresses(told ? text.substr(0, 0) : text,
                         {cmark_node_get_start_line(node) + line_shift_, cmark_node_get_start_column(node)}, report_);
}

// `[the words] [name]`, where `[name]` alone is a link; `(the words)[name]`; and `[the words][name](https://...)`.
void ProseChecks::check_neighbours(cmark_node* link, const std::string& id, const std::string& words) const {
    const auto before = text_before(link);
    const auto last = before.find_last_not_of(" \n");
    if (last != std::string::npos && is_same_name(id, words)) {
        const bool is_apart = last + 1 < before.size();
        const bool parted = is_apart && before[last] == ']' && before.find('[') < last;
        const bool swapped = !is_apart && before[last] == ')' && before.find('(') < last;
        if (parted || swapped) fault(Rule::broken_link, link, std::string(kNoLink));
    }
    cmark_node* next = cmark_node_next(link);
    if (next == nullptr || cmark_node_get_type(next) != CMARK_NODE_TEXT) return;
    const std::string_view behind = cmark_node_get_literal(next);
    for (const auto* beginning : {"(http", "(www.", "(mailto:", "(tel:"}) {
        if (behind.starts_with(beginning)) fault(Rule::broken_link, link, std::string(kNoLink));
    }
}

void ProseChecks::visit_link(cmark_node* node) {
    const auto words = plain_words(node);
    if (is_blank(words)) fault(Rule::empty_link, node, "a link without words; write them between the first brackets");
    if (holds_what_is_no_character(cmark_node_get_title(node))) {
        fault(Rule::control_character, node, std::string(kNoEntity));
    }
    const auto url = as_uri(cmark_node_get_url(node));
    if (url.starts_with(kDeclaredLink)) {
        const auto id = url.substr(kDeclaredLink.size());
        check_neighbours(node, id, words);
        return visit_declared(node, id, words);
    }
    cmark_node_set_url(node, url.c_str());
    if (!is_address(url)) {
        return fault(Rule::bad_address, node,
                     "`" + url +
                         "` is not an address that a link may have; it must be a whole web address "
                         "(https://...), or begin with mailto: or tel:");
    }
    add_link(links_, {"link", words, url, prose_.provenance});
}

void ProseChecks::visit_declared(cmark_node* node, const std::string& id, const std::string& words) {
    const auto target = std::find_if(prose_.targets.begin(), prose_.targets.end(),
                                     [&](const LinkTarget& each) { return each.id == id; });
    if (target == prose_.targets.end()) {
        return fault(Rule::undeclared_link, node,
                     "the link `" + id +
                         "` is not declared; add it under `links` in the front matter, with its "
                         "address, or null while that is not known");
    }
    used_.insert(id);
    add_link(links_, {id, words, target->href, target->provenance});
    if (target->href) {
        cmark_node_set_url(node, target->href->c_str());
        const bool supplied = target->provenance != prose_.provenance;
        if (supplied) cmark_node_set_title(node, std::string(prose_.supplied_title).c_str());
    } else {
        unresolved_.push_back(node);
    }
}

}  // namespace toolkitd::content
