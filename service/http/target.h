// What a request asks for, read by httplib: the path and the query, percent-decoded.
//
// Plain values and pure functions, safe to call from any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "http/message.h"

namespace toolkitd::http {

struct Target {
    std::string_view path;         // of the target, or of `decoded`
    std::vector<Parameter> query;  // in their order, as often as they came
    std::string decoded;

    Target() = default;
    Target(const Target&) = delete;
    Target& operator=(const Target&) = delete;
};

// Reads a target of a checked head, whose characters have been checked. A plain path costs no allocation. `into`
// refers to `target` then.
void read_target(std::string_view target, Target& into);

// "Not Found" for 404: RFC 9110 section 15, RFC 6585. Empty for a status that the service never sends.
std::string_view reason_phrase(int status);

}  // namespace toolkitd::http
