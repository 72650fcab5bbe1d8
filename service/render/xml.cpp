#include "render/xml.h"

#include "render/listing.h"

namespace toolkitd::render {

std::string xml_element(std::string_view name, std::string_view text, std::string_view attributes) {
    std::string element = "<";
    element.append(name).append(attributes).append(">").append(escape_html(text));
    return element.append("</").append(name).append(">");
}

}  // namespace toolkitd::render
