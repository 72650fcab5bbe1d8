#include "content/fields.h"

#include "base/partial_date.h"
#include "content/address.h"
#include "content/words.h"

namespace toolkitd::content {
namespace {

std::string read_id(const Node& node, const Report& report) {
    if (!is_id(node.scalar)) {
        report.add(Rule::bad_id, node.mark,
                   "`" + node.scalar +
                       "` cannot be a name here; use lower-case letters and digits, with single hyphens "
                       "between, such as `reporting-video`");
    }
    return node.scalar;
}

std::string read_word(const Node& node, const Report& report) {
    if (!is_word(node.scalar)) {
        report.add(Rule::bad_word, node.mark,
                   "`" + node.scalar +
                       "` is not a word for programs; use lower-case letters and digits, with single "
                       "underscores between, such as `practice_advisory`");
    }
    return node.scalar;
}

}  // namespace

const Node* Fields::scalar(std::string_view key) const {
    const Node* node = mapping_->find(key);
    return node != nullptr && node->is_scalar() ? node : nullptr;
}

std::vector<const Node*> Fields::scalars(std::string_view key) const {
    std::vector<const Node*> found;
    const Node* list = mapping_->find(key);
    if (list == nullptr || list->kind != Node::Kind::sequence) return found;
    for (const auto& child : list->children) {
        if (child.is_scalar()) found.push_back(&child);
    }
    return found;
}

std::string Fields::text(std::string_view key) const { return optional_text(key).value_or(""); }

std::optional<std::string> Fields::optional_text(std::string_view key) const {
    const Node* node = scalar(key);
    if (node == nullptr) return std::nullopt;
    return node->scalar;
}

std::vector<std::string> Fields::texts(std::string_view key) const {
    std::vector<std::string> texts;
    for (const Node* node : scalars(key)) texts.push_back(node->scalar);
    return texts;
}

std::string Fields::id(std::string_view key) const {
    const Node* node = scalar(key);
    return node == nullptr ? "" : read_id(*node, *report_);
}

std::vector<std::string> Fields::ids(std::string_view key) const {
    std::vector<std::string> ids;
    for (const Node* node : scalars(key)) ids.push_back(read_id(*node, *report_));
    return ids;
}

std::string Fields::word(std::string_view key) const {
    const Node* node = scalar(key);
    return node == nullptr ? "" : read_word(*node, *report_);
}

std::vector<std::string> Fields::words(std::string_view key) const {
    std::vector<std::string> words;
    for (const Node* node : scalars(key)) words.push_back(read_word(*node, *report_));
    return words;
}

std::optional<std::string> Fields::address(std::string_view key) const {
    const Node* node = scalar(key);
    if (node == nullptr) return std::nullopt;
    auto address = as_uri(node->scalar);
    if (!is_address(address)) {
        report_->add(Rule::bad_address, node->mark,
                     "`" + node->scalar +
                         "` is not an address that a link may have; it must be a whole web address "
                         "(https://...), or begin with mailto: or tel:");
    }
    return address;
}

std::string Fields::web_address(std::string_view key) const {
    const Node* node = scalar(key);
    if (node == nullptr) return {};
    auto address = as_uri(node->scalar);
    if (!is_web_address(address)) {
        report_->add(Rule::bad_address, node->mark,
                     "`" + node->scalar + "` is not a whole web address; it must read https://...");
    }
    return address;
}

std::string Fields::language(std::string_view key, const std::string& otherwise) const {
    const Node* node = scalar(key);
    if (node == nullptr) return otherwise;
    if (!is_language(node->scalar)) {
        report_->add(Rule::bad_language, node->mark,
                     "`" + node->scalar + "` is not a language tag; write for instance en, es or en-US");
    }
    return node->scalar;
}

std::optional<std::chrono::year_month_day> Fields::day(std::string_view key) const {
    const Node* node = scalar(key);
    if (node == nullptr) return std::nullopt;
    const auto day = base::parse_day(node->scalar);
    if (!day) {
        report_->add(Rule::bad_date, node->mark,
                     "`" + node->scalar + "` is not a day of the calendar; write year-month-day, such as 2024-08-28");
    }
    return day;
}

std::vector<Fields> Fields::entries(std::string_view key) const {
    std::vector<Fields> entries;
    const Node* list = mapping_->find(key);
    if (list == nullptr || list->kind != Node::Kind::sequence) return entries;
    for (const auto& child : list->children) {
        if (child.kind == Node::Kind::mapping) entries.emplace_back(child, *report_);
    }
    return entries;
}

std::optional<Fields> Fields::group(std::string_view key) const {
    const Node* node = mapping_->find(key);
    if (node == nullptr || node->kind != Node::Kind::mapping) return std::nullopt;
    return Fields(*node, *report_);
}

}  // namespace toolkitd::content
