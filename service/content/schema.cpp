#include "content/schema.h"

#include <array>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include "content/escaped.h"
#include "content/layout.h"
#include "content/schema_document.h"
#include "content/schema_faults.h"

namespace toolkitd::content {
namespace {

using Json = nlohmann::json;
using Adapter = valijson::adapters::NlohmannJsonAdapter;

// Not by valijson's adapter for YAML: that one takes a list or a mapping for a text.
Json to_json(const Node& node) {
    if (node.kind == Node::Kind::null) return nullptr;
    if (node.kind == Node::Kind::scalar) return node.scalar;
    Json json = node.kind == Node::Kind::sequence ? Json::array() : Json::object();
    for (const auto& child : node.children) {
        if (node.kind == Node::Kind::sequence) {
            json.push_back(to_json(child));
        } else {
            json.emplace(child.key, to_json(child));
        }
    }
    return json;
}

// To a schema, a no-break space is a text.
void check_blanks(const Node& node, const Report& report) {
    for (const auto& child : node.children) check_blanks(child, report);
    if (!node.is_scalar() || node.scalar.empty() || !is_blank(node.scalar)) return;
    report.add(Rule::empty_value, node.mark,
               (node.key.empty() ? "this entry" : "`" + node.key + "`") +
                   " holds nothing but spaces, or characters that nobody sees; give it a value, or take it away");
}

}  // namespace

struct Schemas::Compiled {
    struct Schema {
        Json document;
        valijson::Schema rules;
    };
    std::map<std::string, Schema, std::less<>> by_name;
};

Schemas::Schemas() : compiled_(std::make_unique<Compiled>()) {
    for (const auto kind : kFileKinds) {
        auto& schema = compiled_->by_name[std::string(word(kind))];
        schema.document = schema_document(word(kind));
        valijson::SchemaParser(valijson::SchemaParser::kDraft7).populateSchema(Adapter(schema.document), schema.rules);
    }
}

Schemas::~Schemas() = default;

void Schemas::check(std::string_view name, const Node& front_matter, const Report& report) const {
    const auto& schema = compiled_->by_name.find(name)->second;
    const auto json = to_json(front_matter);
    valijson::ValidationResults results;
    valijson::Validator(valijson::Validator::kStrongTypes).validate(schema.rules, Adapter(json), &results);
    SchemaFaults faults(front_matter, schema.document, report);
    for (const auto& error : results) faults.tell(error.context, error.description);
    check_blanks(front_matter, report);
}

}  // namespace toolkitd::content
