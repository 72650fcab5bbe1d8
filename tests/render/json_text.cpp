#include "render/json_text.h"

#include <nlohmann/json.hpp>

namespace toolkitd::testing {
namespace {

using Json = nlohmann::ordered_json;

Json part(std::string_view document, const std::string& pointer) {
    return Json::parse(document).at(Json::json_pointer(pointer));
}

void add(std::string& line, const std::string& word) { line += (line.empty() ? "" : " ") + word; }

}  // namespace

std::string json_at(std::string_view document, const std::string& pointer) { return part(document, pointer).dump(); }

std::string text_at(std::string_view document, const std::string& pointer) {
    return part(document, pointer).get<std::string>();
}

std::string keys_at(std::string_view document, const std::string& pointer) {
    const Json object = part(document, pointer);
    std::string line;
    for (const auto& [key, value] : object.items()) add(line, key);
    return line;
}

std::string ids_at(std::string_view document, const std::string& pointer) {
    const Json list = part(document, pointer);
    std::string line;
    for (const auto& item : list) add(line, item.at("id").get<std::string>());
    return line;
}

}  // namespace toolkitd::testing
