// What somebody may have meant to write.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace toolkitd::content {

// The one of `known` that `word` is a likely misspelling of: few letters added, missing, changed or swapped. The first
// of several that are as near; nothing when none is near. Pure, and safe to call from any thread.
std::optional<std::string> nearest(std::string_view word, const std::vector<std::string>& known);

}  // namespace toolkitd::content
