// Addresses as they are compared, and as they stand in the query of another.
//
// Pure functions, safe to call from any thread.
#pragma once

#include <string>
#include <string_view>

namespace toolkitd::render {

// What is left of a web address (RFC 3986) once everything is gone in which two addresses of one page may differ:
// scheme, the case of the host, the scheme's own port, query, fragment, and slashes at the end.
// "example.org/lereporting". Empty where the text is no http or https address.
std::string comparable_address(std::string_view address);

// Percent-encoded but for unreserved characters (RFC 3986 section 2.3).
std::string percent_encoded(std::string_view text);

}  // namespace toolkitd::render
