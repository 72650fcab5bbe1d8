// What looks like Markdown to the one who wrote it, and is none.
#pragma once

#include "content/markdown.h"
#include "content/report.h"

namespace toolkitd::content {

// Reports, line by line, what Markdown takes for plain words: the bullets and numbers of word processors, headings and
// list items without a space, or with one that is none, behind their sign, and tables. A single line that could be
// prose as well is not reported: only what is said by two lines one below the other.
void check_lookalikes(const Prose& prose, const Report& report);

// Reports a web address that stands in the text itself, which no reader can follow. `line` and `column`: where `text`
// begins.
void check_bare_addresses(std::string_view text, Mark place, const Report& report);

}  // namespace toolkitd::content
