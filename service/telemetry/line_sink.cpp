#include "telemetry/line_sink.h"

#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

namespace toolkitd::telemetry {
namespace {

constexpr std::size_t kAtOnce = 4096;  // what a pipe takes without a wait, where poll says that it takes something

}  // namespace

bool LineOutlet::takes(std::chrono::milliseconds patience) const {
    pollfd waited{descriptor_, POLLOUT, 0};
    return poll(&waited, 1, static_cast<int>(patience.count())) == 1 && (waited.revents & POLLOUT) != 0;
}

bool LineOutlet::write_line(std::string_view line, std::chrono::milliseconds patience) {
    if (!takes(patience)) return false;  // waited for before it is anybody's turn
    const std::lock_guard lock(writing_);
    if (torn_ && (!takes({}) || write(descriptor_, "\n", 1) != 1)) return false;
    torn_ = false;
    const auto whole = line.size();
    while (!line.empty()) {
        if (!takes(patience)) break;
        const auto count = write(descriptor_, line.data(), std::min(line.size(), kAtOnce));
        if (count < 0 && errno != EINTR) break;
        if (count > 0) line.remove_prefix(static_cast<std::size_t>(count));
    }
    torn_ = !line.empty() && line.size() < whole;
    return line.empty();
}

std::size_t LineSink::take_lost() {
    if (lost_ == 0 || !outlet_->takes({})) return 0;
    return lost_.exchange(0);
}

void LineSink::sink_it_(const spdlog::details::log_msg& message) {
    spdlog::memory_buf_t line;
    formatter_->format(message, line);
    const auto patience = lost_ == 0 ? patience_ : std::chrono::milliseconds{};
    if (!outlet_->write_line({line.data(), line.size()}, patience)) ++lost_;
}

}  // namespace toolkitd::telemetry
