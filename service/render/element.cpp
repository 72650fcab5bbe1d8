#include "render/element.h"

#include <nlohmann/json.hpp>

#include "render/json.h"

namespace toolkitd::render {

std::string element_json(const Element& element, const std::string& public_url) {
    const Json json = {{"version", "1"},
                       {"href", public_url + "/embed/v1.js"},
                       {"immutable_href", public_url + std::string(element.path)},
                       {"integrity", element.integrity},
                       {"media_type", "text/javascript"}};
    return json.dump() + "\n";
}

}  // namespace toolkitd::render
