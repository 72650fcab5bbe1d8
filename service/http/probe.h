// A client for the service's own health, for those who start it.
#pragma once

#include <chrono>
#include <string>

#include "base/result.h"
#include "http/transport.h"

namespace toolkitd::http {

// GET of a path at an address: the status code. Fails with a sentence when no answer comes in time.
base::Result<int> probe(const Address& address, const std::string& path, std::chrono::seconds patience);

}  // namespace toolkitd::http
