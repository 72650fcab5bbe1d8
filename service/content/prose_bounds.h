// How large and how deep a text may be: what is small in a file can be large in a page.
#pragma once

#include "content/markdown.h"
#include "content/report.h"

struct cmark_node;

namespace toolkitd::content {

// False, and a fault in the report, where a line opens more quotes and lists inside each other than a text needs, or a
// paragraph is longer than one is. To be asked before the text is parsed, for which the time grows faster than either.
bool check_input(const Prose& prose, const Report& report);

// False, and a fault in the report, where the parsed text is too deep to be rendered, or would become too large. To be
// asked before it is rendered. `lines_before`: how many lines were put in front of the body for the parser.
bool check_output(cmark_node* document, const Prose& prose, int lines_before, const Report& report);

}  // namespace toolkitd::content
