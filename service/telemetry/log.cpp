#include "telemetry/log.h"

#include <spdlog/logger.h>
#include <spdlog/sinks/stdout_sinks.h>

#include <algorithm>
#include <array>
#include <utility>

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

}  // namespace

std::optional<Level> level_from(std::string_view word) {
    const auto found = std::find_if(kNames.begin(), kNames.end(), [&](const Name& name) { return name.word == word; });
    return found == kNames.end() ? std::nullopt : std::optional(found->level);
}

Log::Log(Level level)
    : logger_(std::make_unique<spdlog::logger>("toolkitd", std::make_shared<spdlog::sinks::stderr_sink_mt>())) {
    logger_->set_level(kNames.at(static_cast<std::size_t>(level)).theirs);
    logger_->set_pattern("%Y-%m-%dT%H:%M:%SZ %l %v", spdlog::pattern_time_type::utc);
    logger_->flush_on(spdlog::level::debug);
}

Log::~Log() = default;

void Log::info(std::string_view sentence) const { logger_->info(sentence); }
void Log::warning(std::string_view sentence) const { logger_->warn(sentence); }
void Log::error(std::string_view sentence) const { logger_->error(sentence); }

}  // namespace toolkitd::telemetry
