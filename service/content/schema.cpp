#include "content/schema.h"

#include <array>
#include <charconv>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include "content/nearest.h"
#include "content/schema_text.h"

namespace toolkitd::content {
namespace {

using Json = nlohmann::json;
using Adapter = valijson::adapters::NlohmannJsonAdapter;

constexpr std::array<std::string_view, 8> kNames{"publisher", "rights",   "audience", "regulation",
                                                 "notice",    "resource", "toolkit",  "section"};

// What does not bear on validity, or is checked where values are read: valijson matches patterns with std::regex, which
// recurses once per character.
constexpr std::array<std::string_view, 8> kForEditors{"pattern", "format",   "title",   "description",
                                                      "default", "examples", "$schema", "definitions"};

// A schema with all references replaced by what they refer to, and `allOf` by its parts.
class Flattener {
public:
    Json flatten(const Json& document, const Json& part) const {
        if (part.is_array()) return flatten_items(document, part);
        if (!part.is_object()) return part;
        if (part.contains("$ref")) return refer(document, part.at("$ref").get<std::string>());
        Json flat = Json::object();
        for (const auto& [key, value] : part.items()) {
            if (key == "properties") {
                flat[key] = flatten_members(document, value);
            } else if (key == "allOf") {
                for (const auto& each : value) flat.update(flatten(document, each));
            } else if (std::find(kForEditors.begin(), kForEditors.end(), key) == kForEditors.end()) {
                flat[key] = flatten(document, value);
            }
        }
        return flat;
    }

private:
    Json flatten_items(const Json& document, const Json& items) const {
        Json flat = Json::array();
        for (const auto& item : items) flat.push_back(flatten(document, item));
        return flat;
    }

    // The members' names are keys of the front matter, and may be called like keywords.
    Json flatten_members(const Json& document, const Json& members) const {
        Json flat = Json::object();
        for (const auto& [name, member] : members.items()) flat[name] = flatten(document, member);
        return flat;
    }

    Json refer(const Json& document, const std::string& reference) const {
        const auto hash = reference.find('#');
        const Json::json_pointer pointer(reference.substr(hash + 1));
        if (hash == 0) return flatten(document, document.at(pointer));
        return flatten(common_, common_.at(pointer));
    }

    Json common_ = Json::parse(schema_text("common"));
};

Json to_json(const Node& node) {
    switch (node.kind) {
        case Node::Kind::null: return nullptr;
        case Node::Kind::scalar: return node.scalar;
        case Node::Kind::sequence: {
            Json items = Json::array();
            for (const auto& child : node.children) items.push_back(to_json(child));
            return items;
        }
        case Node::Kind::mapping: break;
    }
    Json members = Json::object();
    for (const auto& child : node.children) members.emplace(child.key, to_json(child));
    return members;
}

// A part of the front matter, and what the schema says of it.
struct Spot {
    const Node* node;
    const Json* schema;
};

Spot member(const Spot& spot, const std::string& key) {
    const Json* rest =
        spot.schema->contains("additionalProperties") ? &spot.schema->at("additionalProperties") : nullptr;
    const bool named = spot.schema->contains("properties") && spot.schema->at("properties").contains(key);
    return {spot.node->find(key), named ? &spot.schema->at("properties").at(key) : rest};
}

Spot item(const Spot& spot, const std::string& number) {
    std::size_t index = 0;
    std::from_chars(number.data(), number.data() + number.size(), index);
    return {index < spot.node->children.size() ? &spot.node->children[index] : nullptr, &spot.schema->at("items")};
}

// Follows valijson's path, "<root>", "[key]", "[0]", ..., as far as it leads.
Spot find(const Spot& root, const std::vector<std::string>& path) {
    Spot spot = root;
    for (std::size_t i = 1; i < path.size(); ++i) {
        const auto step = path[i].substr(1, path[i].size() - 2);
        const Spot next = spot.node->kind == Node::Kind::sequence ? item(spot, step) : member(spot, step);
        if (next.node == nullptr || next.schema == nullptr || !next.schema->is_object()) break;
        spot = next;
    }
    return spot;
}

std::string quoted(const std::string& text) { return "`" + text + "`"; }

std::string listed(const std::vector<std::string>& words) {
    std::string text;
    for (const auto& word : words) text += (text.empty() ? "" : ", ") + word;
    return text;
}

std::string label(const Node& node) { return node.key.empty() ? "this entry" : quoted(node.key); }

std::string described(const std::string& type) {
    if (type == "array") return "a list";
    if (type == "object") return "keys with values of their own";
    if (type == "null") return "null";
    return "a text";
}

std::string wanted_type(const Json& type) {
    if (type.is_string()) return described(type.get<std::string>());
    std::vector<std::string> names;
    for (const auto& each : type) {
        if (each != "integer") names.push_back(described(each.get<std::string>()));
    }
    return names.size() == 2 ? names[0] + " or " + names[1] : listed(names);
}

std::string given_type(const Node& node) {
    switch (node.kind) {
        case Node::Kind::null: return "empty";
        case Node::Kind::scalar: return "a text";
        case Node::Kind::sequence: return "a list";
        case Node::Kind::mapping: break;
    }
    return "a group of keys";
}

// Turns the errors for one file into diagnostics of our own.
class Explainer {
public:
    Explainer(const Spot& root, const Report& report) : root_(root), report_(report) {}

    void explain(const valijson::ValidationResults::Error& error) {
        const Spot spot = find(root_, error.context);
        const std::string_view theirs = error.description;
        if (theirs.starts_with("Failed to validate")) return;  // sums up errors that are told one by one
        if (theirs.starts_with("Value type not permitted")) return wrong_type(spot);
        if (theirs.starts_with("Object contains a property")) return unknown_keys(spot);
        if (theirs.starts_with("Missing required property")) return missing_keys(spot);
        if (theirs.starts_with("Failed to match against any enum")) return unknown_word(spot);
        if (theirs.find("should be no fewer than") != theirs.npos)
            return fault(Rule::empty_value, spot, "is empty; give it a value, or take the key away");
        if (theirs.find("should contain no fewer than") != theirs.npos)
            return fault(Rule::empty_value, spot, "has no entries; give it at least one, or take the key away");
        if (theirs.find("should be no more than") != theirs.npos)
            return fault(Rule::too_long, spot,
                         "is too long; at most " + spot.schema->at("maxLength").dump() + " characters are allowed");
        if (theirs.find("violate uniqueness") != theirs.npos)
            return fault(Rule::repeated_value, spot, "names the same thing twice; keep one of the entries");
        fault(Rule::not_allowed, spot, "is not as the schema of this file wants it: " + error.description);
    }

private:
    void fault(Rule rule, const Spot& spot, const std::string& message) {
        report_.add(rule, spot.node->mark, label(*spot.node) + " " + message);
    }

    void wrong_type(const Spot& spot) {
        const bool root = spot.node == root_.node;
        const auto subject = root ? std::string("the front matter") : label(*spot.node);
        report_.add(Rule::wrong_type, spot.node->mark,
                    subject + " is " + given_type(*spot.node) + "; it must be " + wanted_type(spot.schema->at("type")));
    }

    void unknown_keys(const Spot& spot) {
        std::vector<std::string> known;
        for (const auto& [key, schema] : spot.schema->at("properties").items()) known.push_back(key);
        std::set<std::string> told;
        for (const auto& child : spot.node->children) {
            if (std::find(known.begin(), known.end(), child.key) != known.end() || !told.insert(child.key).second)
                continue;
            const auto near = nearest(child.key, known);
            report_.add(Rule::unknown_key, child.key_mark,
                        quoted(child.key) + " is not a key that can stand here; " +
                            (near ? "did you mean " + quoted(*near) + "?" : "use one of " + listed(known)));
        }
    }

    // valijson may tell of them one by one.
    void missing_keys(const Spot& spot) {
        if (!told_missing_.insert(spot.node).second) return;
        for (const auto& required : spot.schema->at("required")) {
            const auto key = required.get<std::string>();
            if (spot.node->find(key) != nullptr) continue;
            report_.add(Rule::missing_key, spot.node->mark, "the key " + quoted(key) + " is missing here; add it");
        }
    }

    void unknown_word(const Spot& spot) {
        if (!spot.node->is_scalar()) return;  // a wrong type, which is told
        std::vector<std::string> words;
        for (const auto& word : spot.schema->at("enum")) words.push_back(word.get<std::string>());
        const auto near = nearest(spot.node->scalar, words);
        fault(Rule::unknown_word, spot,
              "says " + quoted(spot.node->scalar) + "; " + (near ? "did you mean " + quoted(*near) + "? " : "") +
                  "It must be one of " + listed(words));
    }

    Spot root_;
    const Report& report_;
    std::set<const Node*> told_missing_;
};

}  // namespace

struct Schemas::Prepared {
    struct Schema {
        Json json;
        valijson::Schema compiled;
    };
    std::map<std::string, Schema, std::less<>> by_name;
};

Schemas::Schemas() : prepared_(std::make_unique<Prepared>()) {
    const Flattener flattener;
    for (const auto name : kNames) {
        auto& schema = prepared_->by_name[std::string(name)];
        const auto document = Json::parse(schema_text(name));
        schema.json = flattener.flatten(document, document);
        valijson::SchemaParser(valijson::SchemaParser::kDraft7).populateSchema(Adapter(schema.json), schema.compiled);
    }
}

Schemas::~Schemas() = default;

void Schemas::check(std::string_view name, const Node& front_matter, const Report& report) const {
    const auto& schema = prepared_->by_name.find(name)->second;
    const auto json = to_json(front_matter);
    valijson::Validator validator(valijson::Validator::kStrongTypes);
    valijson::ValidationResults results;
    validator.validate(schema.compiled, Adapter(json), &results);
    Explainer explainer({&front_matter, &schema.json}, report);
    for (const auto& error : results) explainer.explain(error);
}

}  // namespace toolkitd::content
