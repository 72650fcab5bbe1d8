// The API's contract, as it was when this binary was built.
//
// Constants; safe to read from any thread.
#pragma once

#include <string_view>

namespace toolkitd::contract {

// `api/openapi.yaml` as it was written.
std::string_view yaml();

// The same document as JSON, keys in the order of the YAML.
std::string_view json();

}  // namespace toolkitd::contract
