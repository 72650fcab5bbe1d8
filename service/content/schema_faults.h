// What a schema's validator finds, said so that an editor can mend it.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "content/node.h"
#include "content/report.h"

namespace toolkitd::content {

// Refers to the front matter, to its schema (see `schema_document`) and to the report, which must outlive it.
class SchemaFaults {
public:
    SchemaFaults(const Node& front_matter, const nlohmann::json& schema, const Report& report)
        : root_{&front_matter, &schema}, report_(report) {}

    // Reports an error in valijson's words, at valijson's path ("<root>", "[key]", "[0]", ...).
    void tell(const std::vector<std::string>& path, std::string_view error);

private:
    // A part of the front matter, and what the schema says of it.
    struct Spot {
        const Node* node;
        const nlohmann::json* schema;
    };

    static Spot member(const Spot& spot, const std::string& key);
    static Spot entry(const Spot& spot, const std::string& number);
    Spot find(const std::vector<std::string>& path) const;

    void fault(Rule rule, const Spot& spot, const std::string& message) const;
    void wrong_type(const Spot& spot) const;
    void unknown_keys(const Spot& spot);
    void missing_keys(const Spot& spot);
    void unknown_word(const Spot& spot) const;

    Spot root_;
    const Report& report_;
    std::set<const Node*> told_;  // keys that are told: unknown ones, and mappings whose missing ones are
};

}  // namespace toolkitd::content
