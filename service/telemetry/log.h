// What the operator reads: one line for each start, stop, load and fault.
//
// Safe to use from any thread. Nothing that a client sent is ever handed to it.
#pragma once

#include <memory>
#include <optional>
#include <string_view>

namespace spdlog {
class logger;
}

namespace toolkitd::telemetry {

enum class Level { debug, info, warning, error, off };

// "debug", "info", "warning", "error", "off"
std::optional<Level> level_from(std::string_view word);

class Log {
public:
    // Writes lines to standard error.
    explicit Log(Level level);
    ~Log();

    void info(std::string_view sentence) const;
    void warning(std::string_view sentence) const;
    void error(std::string_view sentence) const;

private:
    std::unique_ptr<spdlog::logger> logger_;
};

}  // namespace toolkitd::telemetry
