// Who is told of each answer, to count it or to write it down.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>

#include "http/message.h"
#include "http/trace.h"

namespace toolkitd::http {

struct Route;

// An answer, once it has left or its client is gone. Holds nothing that tells one reader from another: no address, no
// target, no field of the request but the id of its trace.
struct Exchange {
    const Route* route = nullptr;  // of the route table; null where none fits, and for what was no request
    Method method = Method::other;
    std::optional<render::ProblemKind> refused;  // why the connection took what came for no request
    int status = 0;
    std::size_t bytes = 0;                 // handed to the kernel, head and content
    bool whole = true;                     // false: the client had gone, or took too long, before all was handed over
    std::chrono::nanoseconds duration{0};  // from when the request was taken to when the last byte was handed over
    std::optional<TraceId> trace;          // where it is asked for, and the request has one
};

// Implementations are called by every loop on its own thread, with the loop's number, and must not wait.
class Witness {
public:
    virtual ~Witness() = default;

    virtual bool asks_for_traces() const noexcept { return false; }
    virtual void saw(unsigned loop, const Exchange& exchange) noexcept = 0;
};

}  // namespace toolkitd::http
