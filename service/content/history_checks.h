// Whether a regulation's history hangs together.
#pragma once

#include <vector>

#include "content/fields.h"
#include "domain/regulation.h"

namespace toolkitd::content {

// Reports ids given twice, documents that are not there, a scope or `lifts` on an event that cannot have it, and a
// `lifted` that names no earlier stay, injunction or vacatur. `events` is what was built from the same file, in order
// of announcement.
void check_history(const Fields& regulation, const std::vector<domain::Event>& events);

}  // namespace toolkitd::content
