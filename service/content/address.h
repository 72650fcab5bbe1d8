// Which addresses may stand in content. Pure functions, safe to call from any thread.
#pragma once

#include <string_view>

namespace toolkitd::content {

// A whole http or https address (RFC 3986): a host, no user information, nothing that needs escaping.
bool is_web_address(std::string_view text);

// A web address, or a mailto (RFC 6068) or tel (RFC 3966) one. Nothing else, so nothing that a browser would run.
bool is_address(std::string_view text);

}  // namespace toolkitd::content
