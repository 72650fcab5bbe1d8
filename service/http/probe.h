// A client for the service's own health, for those who start it.
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "base/result.h"
#include "http/transport.h"

namespace toolkitd::http {

struct Probed {
    int status = 0;
    std::string content;
};

// Where a server that listens on `address` is reached from its own machine: there, or, where it listens on every
// address (empty, "::", "0.0.0.0", however they are spelled), on the loopback addresses, of which a machine may lack
// one.
std::vector<Address> reachable(const Address& address);

// GET of a path at the first of the addresses that can be connected to. Fails with a sentence that names each of them
// when there is none, or no answer comes in time.
base::Result<Probed> probe(const std::vector<Address>& addresses, const std::string& path,
                           std::chrono::seconds patience);

}  // namespace toolkitd::http
