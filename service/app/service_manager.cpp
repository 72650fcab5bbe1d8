#include "app/service_manager.h"

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

ServiceManager::ServiceManager() : patience_(patience_asked_for()) {
    const auto name = text_in("NOTIFY_SOCKET");
    if (name.empty() || name.size() >= sizeof address_.sun_path) return;
    address_.sun_family = AF_UNIX;
    std::copy(name.begin(), name.end(), address_.sun_path);
    if (name.front() == '@') address_.sun_path[0] = '\0';  // an abstract name
    length_ = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + name.size());
    channel_ = http::Descriptor(socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
}

void ServiceManager::ready(const std::string& status) const { tell_unless_stopping("READY=1\nSTATUS=" + status); }

void ServiceManager::reloading() const { tell_unless_stopping("RELOADING=1\nMONOTONIC_USEC=" + now_in_microseconds()); }

void ServiceManager::stopping(const std::string& status) const noexcept {
    const std::lock_guard lock(telling_);
    stopping_ = true;
    tell("STOPPING=1\nSTATUS=" + status);
}

void ServiceManager::alive() const noexcept { tell("WATCHDOG=1"); }

void ServiceManager::tell_unless_stopping(std::string_view message) const noexcept {
    const std::lock_guard lock(telling_);
    if (!stopping_) tell(message);
}

void ServiceManager::tell(std::string_view message) const noexcept {
    if (!channel_.open()) return;
    sendto(channel_.number(), message.data(), message.size(), MSG_NOSIGNAL,
           reinterpret_cast<const sockaddr*>(&address_), length_);
}

}  // namespace toolkitd::app
