// Elements of XML.
//
// Pure functions, safe to call from any thread.
#pragma once

#include <string>
#include <string_view>

namespace toolkitd::render {

// "<title>Text</title>", the text escaped, and `attributes` as they are: R"( xml:lang="en")". What XML cannot hold,
// content cannot either.
std::string xml_element(std::string_view name, std::string_view text, std::string_view attributes = {});

}  // namespace toolkitd::render
