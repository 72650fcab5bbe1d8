// What carries requests to a handler, and its answers back. The seam behind which the network stands: routes and
// semantics know nothing of it.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>

#include "base/clock.h"
#include "base/result.h"
#include "http/head.h"
#include "http/message.h"
#include "http/witness.h"

namespace toolkitd::http {

struct TransportSettings {
    std::string host = "127.0.0.1";
    std::uint16_t port = 8080;  // 0: any that is free
    unsigned loops = 0;         // 0: one a core
    int backlog = 1024;
    int handed_socket = -1;  // one that listens already, in place of host, port and backlog; taken over by `open`
    std::size_t body_bytes = 65536;  // of a request's content that is passed over
    HeadLimits head;
    std::chrono::milliseconds request_time{10'000};  // for a request to arrive, from its first byte
    std::chrono::milliseconds idle_time{75'000};     // between requests
    std::chrono::milliseconds write_time{30'000};    // for a client to take what is queued for it
    std::size_t keep_alive_requests = 10'000;        // on one connection
};

// How many loops there will be.
unsigned loops_of(const TransportSettings& settings);

struct Address {
    std::string host;
    std::uint16_t port = 0;
};

// "http://127.0.0.1:8080"
std::string url_of(const Address& address);

class Transport {
public:
    virtual ~Transport() = default;

    // Opens the listening socket, and tells where it listens; connections wait from then on. Fails with a sentence when
    // the port is taken or the host is none of this machine's.
    virtual base::Result<Address> open() = 0;

    // Serves until it is told to end; call it once, after `open`. Gives back how many clients were owed an answer then.
    virtual std::size_t run() = 0;

    // What follows may be called from any thread and from a signal handler, after `open`, also before `run`.

    // Ends `run` at once.
    virtual void stop() noexcept = 0;

    // Has every answer from now on be its connection's last (RFC 9112 section 9.6), so that clients come anew, or
    // elsewhere. New ones are still taken.
    virtual void end_connections() noexcept = 0;

    // Takes who has connected already, closes the listening socket, and ends `run` once all that was asked is answered.
    // Clients without a request are given a moment to send one.
    virtual void drain() noexcept = 0;

    // Asks every loop to show that it turns; `turned` is true once all of them have since.
    virtual void nudge() noexcept = 0;
    virtual bool turned() const noexcept = 0;
};

// Sockets wait in epoll, one loop a thread; no thread ever waits for a client. Refers to the handler, the clock and the
// witness, which must outlive it. The witness, where there is one, is told of every answer.
std::unique_ptr<Transport> make_transport(TransportSettings settings, const Handler& handler, const base::Clock& clock,
                                          Witness* witness = nullptr);

}  // namespace toolkitd::http
