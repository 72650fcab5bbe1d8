// Values that end at a `#` that was meant to be part of them.
#pragma once

#include "content/front_matter.h"
#include "content/node.h"
#include "content/report.h"

namespace toolkitd::content {

// Reports each value without quotation marks behind which a comment begins that does not look like one: ` #2`, or one
// number after a single space (` # 2`). A comment as files have it, `# ` and words, is none.
void check_hashes(const Parts& parts, const Node& root, const Report& report);

}  // namespace toolkitd::content
