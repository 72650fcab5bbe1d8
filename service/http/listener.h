// The listening socket: opened without SO_REUSEPORT, so that a second server on a taken port fails.
//
// Thread-safe once open: several loops may accept from it.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <shared_mutex>
#include <string>

#include "base/result.h"
#include "http/descriptor.h"
#include "http/transport.h"

namespace toolkitd::http {

// What accept(2) came to.
struct Accepted {
    enum class Outcome {
        taken,     // `socket` is the next connection, non-blocking and without Nagle's delay
        none,      // none is waiting
        lost,      // one was, and ended before it was taken
        at_limit,  // the process, or the machine, may have no more descriptors: make room, or `shed` it
        cannot,  // the kernel is out of memory, or refuses for a reason of its own: it may be otherwise a little later
    } outcome;
    Descriptor socket;
};

class Listener {
public:
    // Opens on the first address of `host` that can be had. An empty host, or "::", listens on every address, IPv4 too.
    static base::Result<Listener> open(const std::string& host, std::uint16_t port, int backlog);

    // Takes over a socket that listens already, as a service manager hands it on. Fails with a sentence where it does
    // not, or is none of TCP's.
    static base::Result<Listener> adopt(Descriptor socket);

    Accepted accept();

    // At the limit, accept(2) fails without a look at who waits.
    bool somebody_waits() const;

    // Takes the next connection with a descriptor that is kept for that, calls `tell` with its number, and closes it
    // when another one comes that is shed, so that what it was told has time to arrive.
    Accepted::Outcome shed(const std::function<void(int)>& tell);

    // A loop that will take no more leaves; true for the last one, which takes what still waits, and closes.
    void enter() { ++*loops_; }
    bool leave() { return --*loops_ == 0; }
    void close() { socket_ = Descriptor(); }

    int number() const { return socket_.number(); }
    const Address& address() const { return address_; }

private:
    Listener(Descriptor socket, Address address);

    Descriptor socket_;
    Descriptor spare_;
    std::unique_ptr<std::shared_mutex> shedding_ = std::make_unique<std::shared_mutex>();  // nobody else takes what
                                                                                           // `spare_` frees
    std::unique_ptr<std::atomic<int>> loops_ = std::make_unique<std::atomic<int>>(0);
    Address address_;
};

}  // namespace toolkitd::http
