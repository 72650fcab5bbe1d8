// Percent-decoding: RFC 3986 section 2.1, and of forms (application/x-www-form-urlencoded), where `+` is a space.
//
// Pure functions, safe to call from any thread.
#pragma once

#include <string>
#include <string_view>

namespace toolkitd::http {

// What is no escape, such as `%u0041` or a `%` at the end, stays as it is: no standard knows it, and whoever stands
// before the service would read something else.
std::string percent_decoded(std::string_view text);

// The same, with spaces for `+`.
std::string form_decoded(std::string_view text);

}  // namespace toolkitd::http
