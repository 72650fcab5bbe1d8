// Bytes of somebody else's, fit for a terminal.
//
// A pure function, safe to call from any thread.
#pragma once

#include <string>
#include <string_view>

namespace toolkitd::mirror {

// Printable ASCII as it is, every other byte as `\x1b`; cut short where it is long.
std::string printable(std::string_view bytes);

}  // namespace toolkitd::mirror
