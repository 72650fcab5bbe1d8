// The id by which a request is followed from one service to the next (W3C Trace Context, Level 1, "traceparent").
//
// Plain values and functions, safe to call from any thread.
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace toolkitd::http {

struct Request;

// The 32 hexadecimal digits of a trace-id, and nothing else of what the client sent.
struct TraceId {
    std::array<char, 32> digits;

    std::string_view text() const { return {digits.data(), digits.size()}; }
};

// Nothing where the value breaks a rule of section 3.2: then the id is not to be used.
std::optional<TraceId> read_traceparent(std::string_view value);

// That of a request; nothing where it has none, or more than one.
std::optional<TraceId> trace_of(const Request& request);

// One of our own, by chance.
TraceId make_trace();

}  // namespace toolkitd::http
