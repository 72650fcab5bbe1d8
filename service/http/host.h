// Which server a request is meant for, as it is written: RFC 9110 section 7.2 and RFC 3986 section 3.2.
//
// Pure functions, safe to call from any thread.
#pragma once

#include <string_view>

namespace toolkitd::http {

// Whether the text is uri-host [ ":" port ]: a name, which may be empty, an IPv4 address, or one of IPv6 in brackets.
bool is_host(std::string_view text);

// The same with a host that is not empty, as a URI with the scheme http has it (RFC 9110 section 4.2.1).
bool names_host(std::string_view text);

}  // namespace toolkitd::http
