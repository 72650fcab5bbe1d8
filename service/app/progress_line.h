// How far loading has come, on a terminal.
#pragma once

#include <chrono>
#include <ostream>
#include <string_view>

namespace toolkitd::app {

// Rewrites one line of `out`, a few times a second, once what it tells of has taken a second; its end clears the line.
// Where `visible` is false it writes nothing. Used on one thread.
class ProgressLine {
public:
    using Time = std::chrono::steady_clock::time_point;

    ProgressLine(std::ostream& out, bool visible) : out_(out), visible_(visible) {}
    ~ProgressLine();
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;

    void tell(std::string_view what, std::size_t done, std::size_t of, Time now);

private:
    std::ostream& out_;
    bool visible_;
    bool written_ = false;
    Time next_{};
};

// Whether standard error is a terminal.
bool has_terminal();

}  // namespace toolkitd::app
