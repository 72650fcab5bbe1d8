// Where the custom element is, and how a page makes sure that it gets that one.
//
// Pure functions, safe to call from any thread.
#pragma once

#include <string>
#include <string_view>

namespace toolkitd::render {

struct Element {
    std::string_view integrity;  // for the attribute of that name
    std::string_view path;       // of the bytes that never change
};

// /embed/v1.json. `public_url` stands before the paths; empty: they stand alone.
std::string element_json(const Element& element, const std::string& public_url);

}  // namespace toolkitd::render
