// Where the lines of the log leave the process. Included where spdlog is.
#pragma once

#include <spdlog/sinks/base_sink.h>

#include <atomic>
#include <chrono>
#include <mutex>
#include <string_view>

namespace toolkitd::telemetry {

// Writes whole lines to a descriptor. Whoever is to take them may be slow or gone, and the disk full: a line
// that is not taken within the patience is lost, and then every one that is not taken at once, until one is.
class LineSink final : public spdlog::sinks::base_sink<std::mutex> {
public:
    LineSink(int descriptor, std::chrono::milliseconds patience) : descriptor_(descriptor), patience_(patience) {}

    // How many lines were lost since it was asked last; zero as long as none would be taken.
    std::size_t take_lost();

protected:
    void sink_it_(const spdlog::details::log_msg& message) override;
    void flush_() override {}

private:
    bool write_line(std::string_view line);

    int descriptor_;
    std::chrono::milliseconds patience_;
    std::atomic<std::size_t> lost_{0};
    bool torn_ = false;  // the last line that was written has no end
};

}  // namespace toolkitd::telemetry
