#include "content/schema_faults.h"

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>

#include "content/nearest.h"

namespace toolkitd::content {
namespace {

using Json = nlohmann::json;

// What a keyword of a schema says; null where it does not have the keyword.
const Json& said(const Json& schema, const char* keyword) {
    static const Json kNothing;
    const auto found = schema.find(keyword);
    return found == schema.end() ? kNothing : *found;
}

std::string quoted(const std::string& text) { return "`" + text + "`"; }

std::string listed(const std::vector<std::string>& words) {
    std::string text;
    for (const auto& word : words) text += (text.empty() ? "" : ", ") + word;
    return text;
}

std::string described(const std::string& type) {
    if (type == "array") return "a list";
    if (type == "object") return "a group of keys";
    if (type == "null") return "null";
    return "a text";
}

std::string wanted_type(const Json& schema) {
    const auto& type = said(schema, "type");
    if (type.is_string()) return described(type.get<std::string>());
    std::string text;
    for (const auto& each : type) {
        if (each != "integer" && each != "boolean")
            text += (text.empty() ? "" : " or ") + described(each.get<std::string>());
    }
    return text;
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

}  // namespace

void SchemaFaults::tell(const std::vector<std::string>& path, std::string_view error) {
    const auto says = [error](std::string_view words) { return error.find(words) != std::string_view::npos; };
    const Spot spot = find(path);
    if (says("Failed to validate")) return;  // sums up errors that are told one by one
    if (says("Value type not permitted")) return wrong_type(spot);
    if (says("Object contains a property")) return unknown_keys(spot);
    if (says("Missing required property")) return missing_keys(spot);
    if (says("any enum values")) return unknown_word(spot);
    if (says("should be no fewer than")) {
        return fault(Rule::empty_value, spot, "is empty; give it a value, or take it away");
    }
    if (says("should contain no fewer than")) {
        return fault(Rule::empty_value, spot, "has no entries; give it at least one, or take it away");
    }
    if (says("String should be no more than")) {
        const auto most = said(*spot.schema, "maxLength").dump();
        return fault(Rule::too_long, spot, "is too long; at most " + most + " characters can stand here");
    }
    if (says("violate uniqueness")) {
        return fault(Rule::repeated_value, spot, "says the same thing twice; keep one of the entries");
    }
    fault(Rule::not_allowed, spot, "is not as the schema of this file wants it: " + std::string(error));
}

SchemaFaults::Spot SchemaFaults::member(const Spot& spot, const std::string& key) {
    const auto& properties = said(*spot.schema, "properties");
    const bool named = properties.contains(key);
    return {spot.node->find(key), named ? &properties.at(key) : &said(*spot.schema, "additionalProperties")};
}

SchemaFaults::Spot SchemaFaults::entry(const Spot& spot, const std::string& number) {
    std::size_t index = spot.node->children.size();
    std::from_chars(number.data(), number.data() + number.size(), index);
    const bool there = index < spot.node->children.size();
    return {there ? &spot.node->children[index] : nullptr, &said(*spot.schema, "items")};
}

SchemaFaults::Spot SchemaFaults::find(const std::vector<std::string>& path) const {
    Spot spot = root_;
    for (std::size_t i = 1; i < path.size(); ++i) {
        const auto step = path[i].substr(1, path[i].size() - 2);
        const Spot next = spot.node->kind == Node::Kind::sequence ? entry(spot, step) : member(spot, step);
        if (next.node == nullptr || !next.schema->is_object()) break;
        spot = next;
    }
    return spot;
}

void SchemaFaults::fault(Rule rule, const Spot& spot, const std::string& message) const {
    const auto subject = spot.node->key.empty() ? "this entry" : quoted(spot.node->key);
    report_.add(rule, spot.node->mark, subject + " " + message);
}

void SchemaFaults::wrong_type(const Spot& spot) const {
    const auto given = given_type(*spot.node);
    const auto wanted = wanted_type(*spot.schema);
    if (spot.node == root_.node) {
        report_.add(Rule::wrong_type, {2, 1}, "the front matter is " + given + "; it must be lines of `key: value`");
    } else {
        fault(Rule::wrong_type, spot, "is " + given + "; it must be " + wanted);
    }
}

void SchemaFaults::unknown_keys(const Spot& spot) {
    std::vector<std::string> known;
    for (const auto& [key, schema] : said(*spot.schema, "properties").items()) known.push_back(key);
    for (const auto& child : spot.node->children) {
        const bool fine = std::find(known.begin(), known.end(), child.key) != known.end();
        if (fine || !told_.insert(&child).second) continue;
        const auto near = nearest(child.key, known);
        const auto advice = near ? "did you mean " + quoted(*near) + "?" : "use one of " + listed(known);
        report_.add(Rule::unknown_key, child.key_mark, quoted(child.key) + " cannot stand here; " + advice);
    }
}

void SchemaFaults::missing_keys(const Spot& spot) {
    if (!told_.insert(spot.node).second) return;
    for (const auto& required : said(*spot.schema, "required")) {
        const auto key = required.get<std::string>();
        if (spot.node->find(key) != nullptr) continue;
        report_.add(Rule::missing_key, spot.node->mark, "the key " + quoted(key) + " is missing here; add it");
    }
}

void SchemaFaults::unknown_word(const Spot& spot) const {
    if (!spot.node->is_scalar()) return;  // of a wrong type, which is told
    const auto words = said(*spot.schema, "enum").get<std::vector<std::string>>();
    const auto near = nearest(spot.node->scalar, words);
    const auto advice = near ? "did you mean " + quoted(*near) + "?" : "use one of " + listed(words);
    fault(Rule::unknown_word, spot, "says " + quoted(spot.node->scalar) + ", which it cannot; " + advice);
}

}  // namespace toolkitd::content
