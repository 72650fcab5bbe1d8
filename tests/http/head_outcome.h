// What becomes of the bytes of a request's head.
#pragma once

#include <string>
#include <string_view>

#include "http/head.h"
#include "render/problem.h"

namespace toolkitd::testing {

// The status code with which a head is refused; 0 where it is taken.
inline int refused(std::string_view bytes, const http::HeadLimits& limits = {}) {
    const auto head = http::check_head(bytes, limits);
    return head ? 0 : render::status_code(head.error().kind);
}

// A whole head around a request line, and around lines of fields, of which each ends with CRLF.
inline std::string with_line(std::string_view line) { return std::string(line) + "\r\nHost: example.org\r\n\r\n"; }
inline std::string with_fields(std::string_view lines, std::string_view version = "HTTP/1.1") {
    return "GET / " + std::string(version) + "\r\nHost: example.org\r\n" + std::string(lines) + "\r\n";
}

}  // namespace toolkitd::testing
