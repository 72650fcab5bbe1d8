// JSON as tests look at it: as text, so that the order of its keys counts. `pointer` is a JSON pointer (RFC 6901);
// every function throws where a document is not JSON, or holds nothing there.
#pragma once

#include <string>
#include <string_view>

namespace toolkitd::testing {

// What stands at a pointer, without white space.
std::string json_at(std::string_view document, const std::string& pointer);

// The string that stands there, without its quotes.
std::string text_at(std::string_view document, const std::string& pointer);

// The keys of the object that stands there, in their order: "id title href".
std::string keys_at(std::string_view document, const std::string& pointer);

// The ids of the items of the list that stands there, in their order: "guide video".
std::string ids_at(std::string_view document, const std::string& pointer);

}  // namespace toolkitd::testing
