#include "telemetry/line_sink.h"

#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

namespace toolkitd::telemetry {
namespace {

constexpr std::size_t kAtOnce = 4096;  // what a pipe takes without a wait, where poll says that it takes something

bool takes(int descriptor, std::chrono::milliseconds patience) {
    pollfd waited{descriptor, POLLOUT, 0};
    return poll(&waited, 1, static_cast<int>(patience.count())) == 1 && (waited.revents & POLLOUT) != 0;
}

}  // namespace

std::size_t LineSink::take_lost() {
    if (lost_ == 0 || !takes(descriptor_, {})) return 0;
    return lost_.exchange(0);
}

void LineSink::sink_it_(const spdlog::details::log_msg& message) {
    spdlog::memory_buf_t line;
    formatter_->format(message, line);
    if (!write_line({line.data(), line.size()})) ++lost_;
}

bool LineSink::write_line(std::string_view line) {
    if (torn_) torn_ = write(descriptor_, "\n", 1) != 1;
    const auto whole = line.size();
    while (!line.empty()) {
        if (!takes(descriptor_, lost_ == 0 ? patience_ : std::chrono::milliseconds{})) break;
        const auto count = write(descriptor_, line.data(), std::min(line.size(), kAtOnce));
        if (count < 0 && errno != EINTR) break;
        if (count > 0) line.remove_prefix(static_cast<std::size_t>(count));
    }
    torn_ = torn_ || (!line.empty() && line.size() < whole);
    return line.empty();
}

}  // namespace toolkitd::telemetry
