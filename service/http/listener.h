// The listening socket: opened without SO_REUSEPORT, so that a second server on a taken port fails.
//
// Thread-safe once open: several loops may accept from it.
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <string>

#include "base/result.h"
#include "http/descriptor.h"
#include "http/transport.h"

namespace toolkitd::http {

class Listener {
public:
    // Opens on the first address of `host` that can be had. An empty host, or "::", listens on every address, IPv4 too.
    static base::Result<Listener> open(const std::string& host, std::uint16_t port, int backlog);

    // The next connection, non-blocking and without Nagle's delay; not open when none is waiting, or when it was lost
    // before it was taken. At the limit of descriptors it is shed: taken with the spare one, told to come back, and
    // closed when the next one is shed, so that the answer has time to arrive.
    Descriptor accept();

    int number() const { return socket_.number(); }
    const Address& address() const { return address_; }

private:
    Listener(Descriptor socket, Address address);

    void shed();

    Descriptor socket_;
    Descriptor spare_;
    std::unique_ptr<std::mutex> accepting_ = std::make_unique<std::mutex>();  // nobody else takes what `spare_` frees
    Address address_;
};

}  // namespace toolkitd::http
