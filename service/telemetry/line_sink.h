// Where the lines of the log leave the process. Included where spdlog is.
#pragma once

#include <spdlog/sinks/base_sink.h>

#include <atomic>
#include <chrono>
#include <memory>
#include <mutex>
#include <string_view>
#include <utility>

namespace toolkitd::telemetry {

// A descriptor that takes lines, one after the other, from all who write to it: what another writes between the look
// whether it takes something and the writing could fill it, and the writing would never come back.
//
// Safe to use from any thread. Nobody else may write to the descriptor.
class LineOutlet {
public:
    explicit LineOutlet(int descriptor) : descriptor_(descriptor) {}

    bool takes(std::chrono::milliseconds patience) const;

    // Whether all of it was taken. Waits for as long as the patience at most until something is, and again after that.
    bool write_line(std::string_view line, std::chrono::milliseconds patience);

private:
    int descriptor_;
    std::mutex writing_;
    bool torn_ = false;  // the last line that was written has no end
};

// Writes whole lines to an outlet. Whoever is to take them may be slow or gone, and the disk full: a line that is not
// taken within the patience is lost, and then every one that is not taken at once, until one is.
class LineSink final : public spdlog::sinks::base_sink<std::mutex> {
public:
    LineSink(std::shared_ptr<LineOutlet> outlet, std::chrono::milliseconds patience)
        : outlet_(std::move(outlet)), patience_(patience) {}

    // How many lines were lost since it was asked last; zero as long as none would be taken.
    std::size_t take_lost();

protected:
    void sink_it_(const spdlog::details::log_msg& message) override;
    void flush_() override {}

private:
    std::shared_ptr<LineOutlet> outlet_;
    std::chrono::milliseconds patience_;
    std::atomic<std::size_t> lost_{0};
};

}  // namespace toolkitd::telemetry
