// Whether each translation may be there, and is asked for by anybody.
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "content/draft.h"
#include "content/item.h"

namespace toolkitd::content {

// The languages in which readers may ask for the service's words.
inline constexpr std::array<std::string_view, 2> kServedLanguages{"en", "es"};

// Reports translations of the publisher's words, which are served as they are and in no other way; and those into a
// language that nobody can ask for, or that the notice is written in; and those that were last revised on an earlier
// day than the notice, so that no reader is told in one language what holds no longer in the other.
void check_translations(const std::vector<Item>& items, const Draft& draft, Diagnostics& all);

}  // namespace toolkitd::content
