#include "app/progress_line.h"

#include <unistd.h>

namespace toolkitd::app {
namespace {

constexpr std::chrono::milliseconds kPatience{1'000};
constexpr std::chrono::milliseconds kPause{200};

}  // namespace

ProgressLine::~ProgressLine() {
    if (written_) out_ << "\r\033[K" << std::flush;
}

void ProgressLine::tell(std::string_view what, std::size_t done, std::size_t of, Time now) {
    if (!visible_) return;
    if (next_ == Time{}) next_ = now + kPatience;
    if (now < next_) return;
    next_ = now + kPause;
    written_ = true;
    out_ << "\r\033[K" << what << ": " << done << " of " << of << std::flush;
}

bool has_terminal() { return isatty(STDERR_FILENO) == 1; }

}  // namespace toolkitd::app
