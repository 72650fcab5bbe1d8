// The JSON Schemas of config/schema, as they were when the program was built.
#pragma once

#include <string_view>

namespace toolkitd::content {

// The text of `<name>.schema.json`, which lives as long as the process; empty when there is no such schema.
std::string_view schema_text(std::string_view name);

}  // namespace toolkitd::content
