// A toolkit's page and fragment, to be looked at as text.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "domain/catalogue.h"
#include "render/rendered.h"

namespace toolkitd::testing {

inline const std::string kEmbedPage = "/embed/lereporting";
inline const std::string kEmbedFragment = "/embed/lereporting/fragment";

// The real content, rendered; in the language of that tag.
Rendered real_embeds(std::string_view instant, render::Language language = render::kUsualLanguage);

// The one element of that class, with all that is in it; empty where there is none.
std::string part(const std::string& html, const std::string& name);

// HTML without its tags, and with its characters as they are read; white space becomes one space.
std::string read_aloud(const std::string& html);

// The names and levels of all headings in their order: "h2 If you are a survivor".
std::vector<std::string> headings(const std::string& html);

// What is wrong with the nesting of the tags; empty: nothing.
std::string nesting_fault(const std::string& html);

}  // namespace toolkitd::testing
