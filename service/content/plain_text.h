// Parsed Markdown as plain text: the words as they stand, without marks.
#pragma once

#include <string>

struct cmark_node;

namespace toolkitd::content {

// A whole document: paragraphs parted by an empty line, list entries on lines of their own with `•` or their number.
std::string plain_text(cmark_node* document);

// The words within one inline node, such as a link.
std::string plain_words(cmark_node* inline_node);

}  // namespace toolkitd::content
