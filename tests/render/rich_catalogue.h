// A catalogue in which much happens between April 2024 and June 2025, for tests of what holds in every edition.
#pragma once

#include "domain/catalogue.h"

namespace toolkitd::testing {

// Two rules: "first-rule" is delayed, stayed, enjoined in Texas and vacated; "second-rule" is shown for some months
// only. Two toolkits and four resources with former ids, publish windows, reviews, dates of each precision and two
// languages; notices in the publisher's words and the service's.
domain::Catalogue rich_catalogue();

}  // namespace toolkitd::testing
