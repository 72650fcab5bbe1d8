// Tells the service manager how this process is: the protocol of sd_notify(3), a datagram to the socket that it named.
//
// Safe to use from any thread. Where no service manager listens, nothing happens.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace toolkitd::app {

class ServiceManager {
public:
    // From the environment: NOTIFY_SOCKET, WATCHDOG_USEC, WATCHDOG_PID.
    ServiceManager();

    // `status` is a line for whoever asks the service manager.
    void ready(const std::string& status) const noexcept;
    void reloading() const noexcept;
    void stopping(const std::string& status) const noexcept;
    void alive() const noexcept;

    // Within which time it wants to be told again that the process is alive; nothing: it does not ask.
    std::optional<std::chrono::milliseconds> patience() const { return patience_; }

private:
    void tell(std::string_view message) const noexcept;

    std::string socket_;
    std::optional<std::chrono::milliseconds> patience_;
};

}  // namespace toolkitd::app
