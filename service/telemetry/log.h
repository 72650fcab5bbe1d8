// What the operator reads: one line for each start, stop, load, switch and fault; and, where it is asked for, for each
// request.
//
// Safe to use from any thread. Nothing that a client sent is ever handed to it but the id of a trace. A log that nobody
// takes holds nobody up: its lines are lost, and how many is told in the next one that is taken.
#pragma once

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "render/log_line.h"

namespace toolkitd::telemetry {

enum class Level { debug, info, warning, error, off };
enum class Format { text, json };
// How long a line waits for somebody to take it, at most, before it is lost.
enum class Patience { some, none };

enum class Event { start, stop, load, switched, fault, request };

// "debug", "info", "warning", "error", "off"
std::optional<Level> level_from(std::string_view word);

// "text", "json"
std::optional<Format> format_from(std::string_view word);

using Details = std::vector<render::LogDetail>;

class Log {
public:
    // Writes lines to standard output. As text they say the sentence alone; as JSON, the details, too.
    explicit Log(Level level, Format format = Format::text, Patience patience = Patience::some);
    // Writes to where another log does, in its format and in turn with it, which two logs by themselves would not.
    Log(const Log& beside, Level level, Patience patience);
    ~Log();

    void info(Event event, std::string_view sentence, const Details& details = {}) const;
    void warning(Event event, std::string_view sentence, const Details& details = {}) const;
    void error(Event event, std::string_view sentence, const Details& details = {}) const;

    // What is below it is left out from now on.
    void set_level(Level level) const noexcept;

private:
    struct Writer;

    std::unique_ptr<Writer> writer_;
};

}  // namespace toolkitd::telemetry
