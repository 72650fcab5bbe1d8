// Spaces that are none, which front matter cannot have where they would mean something.
#pragma once

#include "content/front_matter.h"
#include "content/report.h"

namespace toolkitd::content {

// Reports tabs and no-break spaces before a key and after its colon: nobody sees them, and the YAML parser's words for
// them help nobody. True when there is none, so that the text can be handed to the parser.
bool check_spaces(const Parts& parts, const Report& report);

}  // namespace toolkitd::content
