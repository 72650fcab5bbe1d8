// The JSON library, by name only; its headers are for the sources of this folder.
#pragma once

#include <nlohmann/json_fwd.hpp>

namespace toolkitd::render {

// Keys stay in the order in which they were written, so that the same content gives the same bytes everywhere.
using Json = nlohmann::ordered_json;

}  // namespace toolkitd::render
