// The socket that a service manager opened and hands on, so that connections wait while the service starts: the
// protocol of sd_listen_fds(3), variables LISTEN_PID and LISTEN_FDS, descriptor 3.
#pragma once

#include <optional>

#include "base/result.h"

namespace toolkitd::app {

// The number of the socket; nothing where none was handed to this process. Fails with a sentence where there are more
// than one. Reads the environment: call it before there are threads.
base::Result<std::optional<int>> handed_socket();

}  // namespace toolkitd::app
