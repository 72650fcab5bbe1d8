#include "telemetry/log.h"

#include <spdlog/logger.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "telemetry/line_sink.h"

namespace toolkitd::telemetry {
namespace {

struct Name {
    std::string_view word;
    Level level;
    spdlog::level::level_enum theirs;
};

constexpr std::array<Name, 5> kNames{{{"debug", Level::debug, spdlog::level::debug},
                                      {"info", Level::info, spdlog::level::info},
                                      {"warning", Level::warning, spdlog::level::warn},
                                      {"error", Level::error, spdlog::level::err},
                                      {"off", Level::off, spdlog::level::off}}};

constexpr std::chrono::milliseconds kPatience{200};
constexpr std::chrono::milliseconds kNone{0};

constexpr std::array<std::string_view, 6> kEvents{"start", "stop", "load", "switch", "fault", "request"};

const Name& name_of(Level level) { return kNames.at(static_cast<std::size_t>(level)); }

// A file's name may hold anything; a line of the log is one line, and moves no cursor.
std::string in_one_line(std::string_view sentence) {
    std::string line(sentence);
    std::replace_if(line.begin(), line.end(), [](unsigned char c) { return c < ' ' || c == 0x7f; }, '?');
    return line;
}

}  // namespace

struct Log::Writer {
    Writer(Level level, Format how, Patience patience, std::shared_ptr<LineOutlet> where)
        : format(how),
          outlet(std::move(where)),
          sink(std::make_shared<LineSink>(outlet, patience == Patience::some ? kPatience : kNone)),
          logger("toolkitd", sink) {
        logger.set_level(name_of(level).theirs);
        logger.set_pattern(format == Format::json ? R"({"time":"%Y-%m-%dT%H:%M:%S.%eZ",%v)" : "%Y-%m-%dT%H:%M:%SZ %v",
                           spdlog::pattern_time_type::utc);
    }

    void write(Level level, Event event, std::string_view sentence, const Details& details) {
        if (!logger.should_log(name_of(level).theirs)) return;
        if (const auto lost = sink->take_lost()) {
            write(Level::warning, Event::fault,
                  std::to_string(lost) + " lines of the log were lost, for nobody took them", {});
        }
        logger.log(name_of(level).theirs, std::string_view(written(level, event, sentence, details)));
    }

    std::string written(Level level, Event event, std::string_view sentence, const Details& details) const {
        const auto word = name_of(level).word;
        const auto what = kEvents.at(static_cast<std::size_t>(event));
        if (format == Format::json) return render::log_members_json({word, what, sentence, details});
        return std::string(word).append(" ").append(what).append(": ").append(in_one_line(sentence));
    }

    Format format;
    std::shared_ptr<LineOutlet> outlet;
    std::shared_ptr<LineSink> sink;
    spdlog::logger logger;
};

std::optional<Level> level_from(std::string_view word) {
    const auto found = std::find_if(kNames.begin(), kNames.end(), [&](const Name& name) { return name.word == word; });
    return found == kNames.end() ? std::nullopt : std::optional(found->level);
}

std::optional<Format> format_from(std::string_view word) {
    if (word == "text") return Format::text;
    if (word == "json") return Format::json;
    return std::nullopt;
}

Log::Log(Level level, Format format, Patience patience)
    : writer_(std::make_unique<Writer>(level, format, patience, std::make_shared<LineOutlet>(STDOUT_FILENO))) {}

Log::Log(const Log& beside, Level level, Patience patience)
    : writer_(std::make_unique<Writer>(level, beside.writer_->format, patience, beside.writer_->outlet)) {}

Log::~Log() = default;

void Log::info(Event event, std::string_view sentence, const Details& details) const {
    writer_->write(Level::info, event, sentence, details);
}

void Log::warning(Event event, std::string_view sentence, const Details& details) const {
    writer_->write(Level::warning, event, sentence, details);
}

void Log::error(Event event, std::string_view sentence, const Details& details) const {
    writer_->write(Level::error, event, sentence, details);
}

void Log::set_level(Level level) const noexcept { writer_->logger.set_level(name_of(level).theirs); }

}  // namespace toolkitd::telemetry
