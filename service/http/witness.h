// Who is told of each answer, to count it or to write it down.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>

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

// A request that a fault of the service's kept from its answer. Holds nothing that tells one reader from another.
struct Failure {
    const Route* route = nullptr;  // of the route table; null where none fits
    Method method = Method::other;
    std::string exception;  // the type of what was thrown, and a number of the system's
    TraceId id;             // that of the request, or one that was made for it
};

// What a connection is about between two events.
enum class ConnectionState {
    idle,       // between requests
    reading,    // a request is on its way
    writing,    // an answer is, for longer than the kernel could take it at once
    lingering,  // the last answer is sent; what the client still sends is thrown away
};
inline constexpr std::size_t kConnectionStates = 4;

// Implementations are called by every loop on its own thread, with the loop's number, and must not wait.
class Witness {
public:
    virtual ~Witness() = default;

    virtual bool asks_for_traces() const noexcept { return false; }
    virtual void saw(unsigned loop, const Exchange& exchange) noexcept = 0;

    // A handler has thrown; the 500 is told to `saw` as well.
    virtual void failed(const Failure& /*failure*/) noexcept {}

    // A connection is there, goes from one state to another, or is gone. What begins and ends within one event is not
    // told.
    virtual void moved(unsigned /*loop*/, std::optional<ConnectionState> /*from*/,
                       std::optional<ConnectionState> /*to*/) noexcept {}
};

}  // namespace toolkitd::http
