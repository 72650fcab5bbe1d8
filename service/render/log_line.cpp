#include "render/log_line.h"

#include <nlohmann/json.hpp>

#include "render/json.h"

namespace toolkitd::render {

std::string log_members_json(const LogLine& line) {
    Json json = {{"level", line.level}, {"event", line.event}, {"message", line.message}};
    for (const auto& [name, value] : line.details) {
        std::visit([&json, key = std::string(name)](const auto& held) { json[key] = held; }, value);
    }
    return json.dump(-1, ' ', false, Json::error_handler_t::replace).substr(1);
}

}  // namespace toolkitd::render
