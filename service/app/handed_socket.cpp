#include "app/handed_socket.h"

#include <unistd.h>

#include <charconv>
#include <cstdlib>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace toolkitd::app {
namespace {

constexpr int kFirst = 3;  // behind standard input, output and error
constexpr long kMost = 2;
constexpr std::string_view kMetrics = "metrics";

std::optional<long> number_in(const char* variable) {
    const char* text = std::getenv(variable);
    if (!text) return std::nullopt;
    const std::string_view digits(text);
    long number = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (read.ec != std::errc{} || read.ptr != digits.data() + digits.size()) return std::nullopt;
    return number;
}

// The name of each socket; systemd gives those names that have none the name of their unit.
std::vector<std::string> names_of(long count) {
    const char* text = std::getenv("LISTEN_FDNAMES");
    std::vector<std::string> names;
    std::istringstream stream(text ? text : "");
    for (std::string name; std::getline(stream, name, ':');) names.push_back(name);
    names.resize(static_cast<std::size_t>(count));
    return names;
}

}  // namespace

base::Result<HandedSockets> handed_sockets() {
    if (number_in("LISTEN_PID") != getpid()) return HandedSockets();
    const auto count = number_in("LISTEN_FDS").value_or(0);
    if (count <= 0) return HandedSockets();
    if (count > kMost) {
        return base::fail("the service manager hands on " + std::to_string(count) +
                          " sockets; toolkitd takes one, and one more named metrics");
    }
    HandedSockets sockets;
    int number = kFirst;
    for (const auto& name : names_of(count)) {
        auto& socket = name == kMetrics ? sockets.metrics : sockets.readers;
        if (socket) {
            return base::fail(
                "the service manager hands on two sockets for the same; toolkitd takes one, and one more "
                "named metrics (FileDescriptorName=metrics)");
        }
        socket = number++;
    }
    return sockets;
}

}  // namespace toolkitd::app
