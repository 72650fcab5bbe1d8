#include "content/schema_document.h"

#include <algorithm>
#include <array>
#include <string>

#include "content/schema_text.h"

namespace toolkitd::content {
namespace {

using Json = nlohmann::json;

constexpr std::array<std::string_view, 8> kForEditors{"pattern", "format",   "title",   "description",
                                                      "default", "examples", "$schema", "definitions"};

bool is_for_editors(std::string_view keyword) {
    return std::find(kForEditors.begin(), kForEditors.end(), keyword) != kForEditors.end();
}

// For the parts of one document; refers to it and to the common one.
class Flattener {
public:
    Flattener(const Json& document, const Json& common) : document_(document), common_(common) {}

    Json flatten(const Json& part) const {
        if (part.is_array()) return flatten_each(part);
        if (!part.is_object()) return part;
        if (part.contains("$ref")) return refer(part.at("$ref").get<std::string>());
        Json flat = Json::object();
        for (const auto& [keyword, value] : part.items()) {
            if (keyword == "properties") {
                flat[keyword] = flatten_each(value);  // whose names are no keywords
            } else if (keyword == "allOf") {
                for (const auto& each : value) flat.update(flatten(each));
            } else if (!is_for_editors(keyword)) {
                flat[keyword] = flatten(value);
            }
        }
        return flat;
    }

private:
    Json flatten_each(Json parts) const {
        for (auto& part : parts) part = flatten(part);
        return parts;
    }

    Json refer(const std::string& reference) const {
        const auto hash = reference.find('#');
        const Json& target = hash == 0 ? document_ : common_;
        return Flattener(target, common_).flatten(target.at(Json::json_pointer(reference.substr(hash + 1))));
    }

    const Json& document_;
    const Json& common_;
};

}  // namespace

nlohmann::json schema_document(std::string_view name) {
    const auto document = Json::parse(schema_text(name));
    const auto common = Json::parse(schema_text("common"));
    return Flattener(document, common).flatten(document);
}

}  // namespace toolkitd::content
