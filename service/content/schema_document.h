// The JSON Schemas as documents, made easy to follow.
#pragma once

#include <nlohmann/json.hpp>
#include <string_view>

namespace toolkitd::content {

// `<name>.schema.json` with every reference replaced by what it refers to and `allOf` by its parts, and without the
// keywords that are for editors alone: titles and the like, and `pattern` and `format`. What those two say is checked
// where values are read; valijson would match them with std::regex, which recurses once a character.
//
// The schemas are part of the program: a fault in one is an exception, which no content can cause.
nlohmann::json schema_document(std::string_view name);

}  // namespace toolkitd::content
