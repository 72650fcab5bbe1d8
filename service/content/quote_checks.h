// Quotation marks within quotation marks.
#pragma once

#include "content/front_matter.h"
#include "content/report.h"

namespace toolkitd::content {

// For front matter that is no YAML: where, up to the line of the fault, a value in quotation marks goes on behind the
// mark that closes it, reports that mark, and gives true.
bool check_quotes(const Parts& parts, int fault_line, const Report& report);

}  // namespace toolkitd::content
