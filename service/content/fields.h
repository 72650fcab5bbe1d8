// Front matter read key by key.
//
// The schema has been over it, and has reported keys that are missing or of the wrong type: these read as nothing here.
// What is reported here is the shape of single values.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/node.h"
#include "content/report.h"

namespace toolkitd::content {

// Refers to a mapping and to a report, which must outlive it.
class Fields {
public:
    Fields(const Node& mapping, const Report& report) : mapping_(&mapping), report_(&report) {}

    std::string text(std::string_view key) const;  // empty when it is not there
    std::optional<std::string> optional_text(std::string_view key) const;
    std::vector<std::string> texts(std::string_view key) const;

    std::string id(std::string_view key) const;
    std::vector<std::string> ids(std::string_view key) const;
    std::string word(std::string_view key) const;
    std::vector<std::string> words(std::string_view key) const;
    std::optional<std::string> address(std::string_view key) const;
    std::string web_address(std::string_view key) const;
    std::string language(std::string_view key, const std::string& otherwise) const;
    std::optional<std::chrono::year_month_day> day(std::string_view key) const;

    // The entries of a list of mappings, each to be read like this one.
    std::vector<Fields> entries(std::string_view key) const;

    // The mapping under a key; nothing when there is none.
    std::optional<Fields> group(std::string_view key) const;

    const Node& node() const { return *mapping_; }
    const Node* scalar(std::string_view key) const;  // null when it is not there, or no scalar
    const Report& report() const { return *report_; }

private:
    std::vector<const Node*> scalars(std::string_view key) const;

    const Node* mapping_;
    const Report* report_;
};

}  // namespace toolkitd::content
