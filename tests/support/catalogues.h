// Catalogues, and the items in them, in as few words as a test needs; a test then sets the fields that it is about.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/catalogue.h"

namespace toolkitd::testing {

// All three forms of a paragraph without markup.
domain::Text prose(std::string_view words);

domain::Notice notice(std::string id, std::vector<domain::StatusKind> statuses, std::string regulation = "rule");
domain::Resource resource(std::string id);
domain::Section section(std::string id);
domain::Toolkit toolkit(std::string id);

// A publisher in Los Angeles, rights and an audience; nothing else.
domain::Catalogue empty_catalogue();

// One toolkit, "lereporting", that follows the T visa rule, with two sections, two resources dated before the rule,
// the publisher's notice while the rule is pending and the service's once it is effective.
domain::Catalogue small_catalogue();

}  // namespace toolkitd::testing
