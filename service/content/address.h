// Which addresses may stand in content. Pure functions, safe to call from any thread.
#pragma once

#include <string>
#include <string_view>

namespace toolkitd::content {

// A whole http or https address (RFC 3986) that browsers (the URL Standard) can read: a host, a port from 1 to 65535,
// no user information, nothing that needs escaping, at most 2,000 characters. A host is a name, an IPv4 address of four
// numbers, or an IPv6 address in brackets.
bool is_web_address(std::string_view text);

// A web address, or a mailto (RFC 6068) or tel (RFC 3966) one. Nothing else, so nothing that a browser would run.
bool is_address(std::string_view text);

// A web address as a URI (RFC 3987 section 3.1): letters that are not ASCII, behind the host, percent-encoded. Signs,
// such as a quotation mark or a space that was copied with the address, stay as they are, and are no address.
std::string as_uri(std::string_view text);

}  // namespace toolkitd::content
