// The same bytes in fewer: gzip (RFC 1952) and brotli (RFC 7932).
//
// Pure: the same bytes, effort and version of the library give the same result. Safe to call from any thread. Throw
// std::bad_alloc where memory runs out.
#pragma once

#include <string>
#include <string_view>

namespace toolkitd::site {

// At zlib's highest effort; without a time or a name in the header.
std::string gzip(std::string_view bytes);

// `quality`: 0 to 11.
std::string brotli(std::string_view bytes, int quality);

}  // namespace toolkitd::site
