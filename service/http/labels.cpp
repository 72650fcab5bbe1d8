#include "http/labels.h"

#include <string_view>
#include <utility>

#include "base/instant.h"

namespace toolkitd::http {
namespace {

using site::Coding;
using site::Representation;

void add(std::string& lines, std::string_view name, std::string_view value) {
    if (!value.empty()) lines.append(name).append(": ").append(value).append("\r\n");
}

std::string link_field(const Representation& representation, const std::string& public_url) {
    return "<" + representation.canonical + ">; rel=\"canonical\", <" + public_url + "/v1/rights>; rel=\"license\", <" +
           public_url + "/openapi.json>; rel=\"describedby\"; type=\"application/json\", <" + public_url +
           "/openapi.yaml>; rel=\"service-desc\"; type=\"application/yaml\"";
}

std::string_view name_of(Coding coding) {
    if (coding == Coding::gzip) return "gzip";
    return coding == Coding::brotli ? "br" : "";
}

}  // namespace

site::Label label_of(const Representation& representation, Coding coding, const std::string& public_url) {
    site::Label label;
    add(label.validators, "ETag", representation.form(coding).tag);
    add(label.validators, "Vary", "Accept-Encoding");
    if (const auto& at = representation.last_modified) add(label.validators, "Last-Modified", base::http_date(*at));
    add(label.description, "Content-Encoding", name_of(coding));
    add(label.description, "Content-Language", representation.language);
    if (!representation.canonical.empty()) add(label.description, "Link", link_field(representation, public_url));
    add(label.description, "Content-Type", representation.media_type);
    label.validators.shrink_to_fit();
    label.description.shrink_to_fit();
    return label;
}

site::Labeller labeller(std::string public_url) {
    return [url = std::move(public_url)](const Representation& representation, Coding coding) {
        return label_of(representation, coding, url);
    };
}

}  // namespace toolkitd::http
