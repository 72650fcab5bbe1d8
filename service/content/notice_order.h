// Which notice is shown where two could be.
#pragma once

#include <string>
#include <vector>

#include "domain/catalogue.h"

namespace toolkitd::content {

// A sentence for each two notices that can hold at once with the same toolkit: which of them is shown, while which
// status, and why. In the order of the notices' ids. Pure, and safe to call from any thread.
std::vector<std::string> notice_order(const domain::Catalogue& catalogue);

}  // namespace toolkitd::content
