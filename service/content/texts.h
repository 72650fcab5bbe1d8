// Texts put together.
#pragma once

#include <vector>

#include "domain/text.h"

namespace toolkitd::content {

// Adds a link under an id that no other has: a second `guide` becomes `guide-2`.
void add_link(std::vector<domain::Link>& links, domain::Link link);

// Puts `more` below `text`, its links after the others.
void append(domain::Text& text, const domain::Text& more);

}  // namespace toolkitd::content
