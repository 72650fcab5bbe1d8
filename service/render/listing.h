// The publisher's list of resources, as a part of a section's text.
//
// Pure functions, safe to call from any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/catalogue.h"
#include "domain/text.h"

namespace toolkitd::render {

// A text followed by a bulleted list of resources, each in the publisher's own line; the text itself where none is
// given.
domain::Text with_listing(const domain::Text& text, const std::vector<const domain::Resource*>& resources);

// Text as it may stand between tags and in quoted attributes of HTML.
std::string escape_html(std::string_view text);

}  // namespace toolkitd::render
