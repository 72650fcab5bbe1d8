#include "app/service_manager.h"

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstdlib>

namespace toolkitd::app {
namespace {

std::string text_in(const char* variable) {
    const char* text = std::getenv(variable);
    return text ? text : "";
}

std::optional<long> number_in(const char* variable) {
    const std::string text = text_in(variable);
    long number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || read.ec != std::errc{} || read.ptr != text.data() + text.size()) return std::nullopt;
    return number;
}

std::optional<std::chrono::milliseconds> patience_asked_for() {
    const auto microseconds = number_in("WATCHDOG_USEC");
    if (!microseconds || *microseconds <= 0) return std::nullopt;
    if (number_in("WATCHDOG_PID").value_or(getpid()) != getpid()) return std::nullopt;
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::microseconds{*microseconds});
}

// systemd takes the time from the same clock.
std::string now_in_microseconds() {
    const auto now = std::chrono::steady_clock::now().time_since_epoch();
    return std::to_string(std::chrono::duration_cast<std::chrono::microseconds>(now).count());
}

}  // namespace

ServiceManager::ServiceManager() : socket_(text_in("NOTIFY_SOCKET")), patience_(patience_asked_for()) {}

void ServiceManager::ready(const std::string& status) const noexcept { tell("READY=1\nSTATUS=" + status); }

void ServiceManager::reloading() const noexcept { tell("RELOADING=1\nMONOTONIC_USEC=" + now_in_microseconds()); }

void ServiceManager::stopping(const std::string& status) const noexcept { tell("STOPPING=1\nSTATUS=" + status); }

void ServiceManager::alive() const noexcept { tell("WATCHDOG=1"); }

void ServiceManager::tell(std::string_view message) const noexcept {
    sockaddr_un address{};
    if (socket_.empty() || socket_.size() >= sizeof address.sun_path) return;
    address.sun_family = AF_UNIX;
    std::copy(socket_.begin(), socket_.end(), address.sun_path);
    if (address.sun_path[0] == '@') address.sun_path[0] = '\0';  // an abstract name
    const auto length = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + socket_.size());
    const int channel = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (channel < 0) return;
    sendto(channel, message.data(), message.size(), MSG_NOSIGNAL, reinterpret_cast<const sockaddr*>(&address), length);
    close(channel);
}

}  // namespace toolkitd::app
