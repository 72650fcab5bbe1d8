// Tells the service manager how this process is: the protocol of sd_notify(3), a datagram to the socket that it named.
//
// Safe to use from any thread. Where no service manager listens, nothing happens.
#pragma once

#include <sys/socket.h>
#include <sys/un.h>

#include <chrono>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "http/descriptor.h"

namespace toolkitd::app {

class ServiceManager {
public:
    // From the environment: NOTIFY_SOCKET, WATCHDOG_USEC, WATCHDOG_PID.
    ServiceManager();

    // `status` is a line for whoever asks the service manager. Once it is told that the process is stopping, it is told
    // of no load any more, for it would take the process for one that goes on.
    void ready(const std::string& status) const;
    void reloading() const;
    void stopping(const std::string& status) const noexcept;
    void alive() const noexcept;

    // Within which time it wants to be told again that the process is alive; nothing: it does not ask.
    std::optional<std::chrono::milliseconds> patience() const { return patience_; }

private:
    void tell_unless_stopping(std::string_view message) const noexcept;
    void tell(std::string_view message) const noexcept;

    http::Descriptor channel_;  // open from the start: a process without a descriptor left is alive, too
    sockaddr_un address_{};
    socklen_t length_ = 0;
    mutable std::mutex telling_;
    mutable bool stopping_ = false;
    std::optional<std::chrono::milliseconds> patience_;
};

}  // namespace toolkitd::app
