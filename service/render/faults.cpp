#include "render/faults.h"

#include <nlohmann/json.hpp>

#include "render/json.h"

namespace toolkitd::render {

std::string faults_json(const std::vector<Fault>& faults) {
    Json list = Json::array();
    for (const auto& fault : faults) {
        list.push_back({{"file", fault.file},
                        {"line", fault.line},
                        {"column", fault.column},
                        {"rule", fault.rule},
                        {"message", fault.message}});
    }
    return list.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace toolkitd::render
