#include "app/handed_socket.h"

#include <unistd.h>

#include <charconv>
#include <cstdlib>
#include <string>
#include <string_view>

namespace toolkitd::app {
namespace {

constexpr int kFirst = 3;  // behind standard input, output and error

std::optional<long> number_in(const char* variable) {
    const char* text = std::getenv(variable);
    if (!text) return std::nullopt;
    const std::string_view digits(text);
    long number = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (read.ec != std::errc{} || read.ptr != digits.data() + digits.size()) return std::nullopt;
    return number;
}

}  // namespace

base::Result<std::optional<int>> handed_socket() {
    if (number_in("LISTEN_PID") != getpid()) return std::nullopt;
    const auto count = number_in("LISTEN_FDS").value_or(0);
    if (count <= 0) return std::nullopt;
    if (count == 1) return kFirst;
    return base::fail("the service manager hands on " + std::to_string(count) +
                      " sockets; toolkitd takes one: leave one ListenStream in its .socket unit");
}

}  // namespace toolkitd::app
