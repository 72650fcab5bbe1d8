// The sockets that a service manager opened and hands on, so that connections wait while the service starts: the
// protocol of sd_listen_fds(3), variables LISTEN_PID, LISTEN_FDS and LISTEN_FDNAMES, descriptors from 3 on.
#pragma once

#include <optional>

#include "base/result.h"

namespace toolkitd::app {

// Numbers of sockets that listen; nothing where none was handed to this process.
struct HandedSockets {
    std::optional<int> readers;
    std::optional<int> metrics;  // the one of the name `metrics` (FileDescriptorName=metrics)
};

// Fails with a sentence where there is more than one for the readers, or for the metrics. Reads the environment: call
// it before there are threads.
base::Result<HandedSockets> handed_sockets();

}  // namespace toolkitd::app
