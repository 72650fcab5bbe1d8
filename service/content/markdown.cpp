#include "content/markdown.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>
#include <set>
#include <sstream>

#include "content/address.h"
#include "content/markdown_tree.h"
#include "content/plain_text.h"
#include "content/words.h"

namespace toolkitd::content {
namespace {

using Document = std::unique_ptr<cmark_node, decltype(&cmark_node_free)>;
using Rendered = std::unique_ptr<char, decltype(&std::free)>;

constexpr int kLargestHeading = 3;  // a page's title and a section's title stand above
constexpr std::string_view kScheme = "content-link:";

// The ids in `[words][id]`, whether or not they turn out to be links.
std::set<std::string> ids_written(std::string_view body) {
    constexpr std::string_view kMiddle = "][";
    std::set<std::string> ids;
    for (auto at = body.find(kMiddle); at != body.npos; at = body.find(kMiddle, at + 1)) {
        const auto rest = body.substr(at + kMiddle.size());
        const auto id = rest.substr(0, rest.find(']'));
        if (id.size() < rest.size() && is_id(id)) ids.emplace(id);
    }
    return ids;
}

// Markdown's own way to say where links lead, which has no place here: cmark takes such lines out of the text.
void check_definitions(const Prose& prose, const Report& report) {
    std::istringstream lines{std::string(prose.body)};
    std::string line;
    for (int number = prose.first_line; std::getline(lines, line); ++number) {
        const auto first = line.find_first_not_of(' ');
        const auto end = line.find("]:");
        if (first == line.npos || first > 3 || line[first] != '[' || end == line.npos || end < first) continue;
        if (line.substr(first + 1, end - first - 1).find_first_of("[]") != line.npos) continue;
        report.add(Rule::address_in_text, {number, static_cast<int>(first) + 1},
                   "addresses do not stand in the text; write this one under `links` in the front matter");
    }
}

// Markdown's own definitions of links, one a line, for all ids: Markdown then finds the links.
std::string definitions(const std::set<std::string>& ids) {
    std::string text;
    for (const auto& id : ids) text.append("[").append(id).append("]: ").append(kScheme).append(id).append("\n");
    return text + "\n";
}

// Under an id that no other link of the text has: a second `guide` becomes `guide-2`.
void add_link(std::vector<domain::Link>& links, domain::Link link) {
    const auto taken = [&links](const std::string& id) {
        return std::any_of(links.begin(), links.end(), [&id](const domain::Link& each) { return each.id == id; });
    };
    const auto id = link.id;
    for (int number = 2; taken(link.id); ++number) link.id = id + '-' + std::to_string(number);
    links.push_back(std::move(link));
}

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

// Checks a parsed text node by node, and gives its links their addresses.
class Checks {
public:
    Checks(const Prose& prose, int lines_before, const Report& report)
        : prose_(prose), line_shift_(prose.first_line - 1 - lines_before), report_(report) {}

    void visit(cmark_node* node) {
        const auto type = cmark_node_get_type(node);
        for (const auto& each : kUnwanted) {
            if (type == each.type) fault(each.rule, node, std::string(each.message));
        }
        if (type == CMARK_NODE_HEADING) visit_heading(node);
        if (type == CMARK_NODE_TEXT) visit_text(node);
        if (type == CMARK_NODE_LINK) visit_link(node);
    }

    // After all nodes: what was declared and never used.
    void finish() {
        for (const auto& target : prose_.targets) {
            if (used_.contains(target.id)) continue;
            report_.add(Rule::unused_link, target.mark,
                        "the link `" + target.id + "` is not in the text; write [the words][" + target.id +
                            "] there, or take it away here");
        }
        for (cmark_node* link : unresolved_) unwrap(link);
    }

    std::vector<domain::Link> take_links() { return std::move(links_); }

private:
    void fault(Rule rule, cmark_node* node, std::string message) const {
        report_.add(rule, {cmark_node_get_start_line(node) + line_shift_, cmark_node_get_start_column(node)},
                    std::move(message));
    }

    void visit_heading(cmark_node* node) const {
        if (cmark_node_get_heading_level(node) >= kLargestHeading) return;
        fault(Rule::heading_level, node,
              "this heading is as large as the page's own; begin it with `###` (or more), or make it a section of its "
              "own");
    }

    // The places are exact as long as there is no entity or escape before them in the line.
    void visit_text(cmark_node* node) const {
        const std::string_view text = cmark_node_get_literal(node);
        for (auto at = text.find(']'); at != text.npos; at = text.find(']', at + 1)) {
            if (!continues_link(text.substr(at + 1))) continue;
            report_.add(Rule::broken_link,
                        {cmark_node_get_start_line(node) + line_shift_,
                         cmark_node_get_start_column(node) + static_cast<int>(at)},
                        "this looks like a link and is none; write [the words][name], and the name under `links` "
                        "above");
        }
    }

    // What stands after the closing bracket of what was meant to be a link.
    static bool continues_link(std::string_view text) {
        const bool opens = text.starts_with('[') || text.starts_with('(');
        return opens || text.starts_with(" (http") || text.starts_with(" (mailto:") || text.starts_with(" (tel:");
    }

    void visit_link(cmark_node* node) {
        const auto words = plain_words(node);
        if (words.empty()) fault(Rule::empty_link, node, "a link without words; write them between the first brackets");
        const std::string url = cmark_node_get_url(node);
        if (url.starts_with(kScheme)) return visit_declared(node, url.substr(kScheme.size()), words);
        if (!is_address(url)) {
            return fault(Rule::bad_address, node,
                         "`" + url +
                             "` is not an address that a link may have; it must be a whole web address "
                             "(https://...), or begin with mailto: or tel:");
        }
        add_link(links_, {"link", words, url});
    }

    void visit_declared(cmark_node* node, const std::string& id, const std::string& words) {
        const auto target = std::find_if(prose_.targets.begin(), prose_.targets.end(),
                                         [&](const LinkTarget& each) { return each.id == id; });
        if (target == prose_.targets.end()) {
            return fault(Rule::undeclared_link, node,
                         "the link `" + id +
                             "` is not declared; add it under `links` in the front matter, with its "
                             "address, or null while that is not known");
        }
        used_.insert(id);
        add_link(links_, {id, words, target->href});
        if (target->href) {
            cmark_node_set_url(node, target->href->c_str());
        } else {
            unresolved_.push_back(node);
        }
    }

    // Leaves a link's words where it was.
    static void unwrap(cmark_node* link) {
        while (cmark_node* child = cmark_node_first_child(link)) cmark_node_insert_before(link, child);
        cmark_node_free(link);
    }

    const Prose& prose_;
    int line_shift_;
    const Report& report_;
    std::set<std::string> used_;
    std::vector<domain::Link> links_;
    std::vector<cmark_node*> unresolved_;
};

std::string without_final_newline(Rendered rendered) {
    std::string text(rendered.get());
    while (text.ends_with('\n')) text.pop_back();
    return text;
}

std::string html(cmark_node* document) {
    return without_final_newline(Rendered(cmark_render_html(document, CMARK_OPT_SAFE), &std::free));
}

std::string markdown(cmark_node* document) {
    return without_final_newline(Rendered(cmark_render_commonmark(document, CMARK_OPT_DEFAULT, 0), &std::free));
}

}  // namespace

domain::Text render_prose(const Prose& prose, const Report& report) {
    check_definitions(prose, report);
    auto ids = ids_written(prose.body);
    for (const auto& target : prose.targets) ids.insert(target.id);
    const auto text = definitions(ids).append(prose.body);
    const Document document(cmark_parse_document(text.data(), text.size(), CMARK_OPT_DEFAULT), &cmark_node_free);
    Checks checks(prose, static_cast<int>(ids.size()) + 1, report);
    for_each_node(document.get(), [&checks](cmark_node* node) { checks.visit(node); });
    checks.finish();
    cmark_consolidate_text_nodes(document.get());
    return {markdown(document.get()), html(document.get()), plain_text(document.get()), checks.take_links()};
}

bool is_blank(std::string_view body) { return body.find_first_not_of(" \t\n") == std::string_view::npos; }

void append(domain::Text& text, const domain::Text& more) {
    const auto join = [](std::string& to, const std::string& from, std::string_view between) {
        if (!to.empty() && !from.empty()) to += between;
        to += from;
    };
    join(text.markdown, more.markdown, "\n\n");
    join(text.html, more.html, "\n");
    join(text.plain, more.plain, "\n\n");
    for (const auto& link : more.links) add_link(text.links, link);
}

}  // namespace toolkitd::content
