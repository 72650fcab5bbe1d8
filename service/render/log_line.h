// A line of the log as JSON.
//
// Plain values and a pure function, safe to call from any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace toolkitd::render {

struct LogDetail {
    std::string_view name;
    std::variant<std::string, std::int64_t, double, bool> value;
};

struct LogLine {
    std::string_view level;
    std::string_view event;
    std::string_view message;
    std::vector<LogDetail> details;
};

// Its members behind the time, which whoever writes it puts before them: `"level":"info", ... }`. Bytes that are no
// UTF-8 become U+FFFD.
std::string log_members_json(const LogLine& line);

}  // namespace toolkitd::render
