// Whether it is always clear which notice is shown, and whether each can be shown at all.
#pragma once

#include <vector>

#include "content/draft.h"
#include "content/item.h"

namespace toolkitd::content {

// Reports two notices of the same provenance that would be shown at the same time in the same place, and toolkits that
// a notice names although they do not follow its regulation, and placeholders that nothing is filled in for.
void check_notices(const std::vector<Item>& items, const Draft& draft, Diagnostics& all);

// Whether there is a status, a time and a toolkit for which both are meant.
bool can_hold_at_once(const domain::Notice& a, const domain::Notice& b);

}  // namespace toolkitd::content
