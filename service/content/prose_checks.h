// What must not stand in a text, and where its links lead.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "content/markdown.h"
#include "content/report.h"
#include "domain/text.h"

struct cmark_node;

namespace toolkitd::content {

// How the address of a link by id begins in a parsed text; the id follows.
constexpr std::string_view kDeclaredLink = "content-link:";

// Reports link definitions, Markdown's own way to say where links lead: cmark takes such lines out of the text.
void check_definitions(const Prose& prose, const Report& report);

// Goes over a parsed text: `visit` for each node, then `finish` once. Refers to the prose and to the report, which must
// outlive it.
class ProseChecks {
public:
    // `lines_before`: how many lines were put in front of the body for the parser.
    ProseChecks(const Prose& prose, int lines_before, const Report& report)
        : prose_(prose), line_shift_(prose.first_line - 1 - lines_before), report_(report) {}

    // Gives a link its address; everything else stays as it is.
    void visit(cmark_node* node);

    // Makes plain words of links without an address, and gives all links in the order of the text.
    std::vector<domain::Link> finish();

private:
    void fault(Rule rule, cmark_node* node, std::string message) const;
    void visit_heading(cmark_node* node) const;
    void visit_text(cmark_node* node) const;
    void check_neighbours(cmark_node* link, const std::string& id, const std::string& words) const;
    void visit_link(cmark_node* node);
    void visit_declared(cmark_node* node, const std::string& id, const std::string& words);

    const Prose& prose_;
    int line_shift_;
    const Report& report_;
    std::set<std::string> used_;
    std::vector<domain::Link> links_;
    std::vector<cmark_node*> unresolved_;
};

}  // namespace toolkitd::content
