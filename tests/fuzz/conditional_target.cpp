#include <string>

#include "fuzz/naive.h"
#include "fuzz/property.h"
#include "fuzz/targets.h"
#include "http/conditional.h"

namespace toolkitd::fuzz {
namespace {

using base::Instant;
using http::Field;
using http::FieldName;
using http::Outcome;

constexpr std::string_view kTag = "\"a\"";
constexpr Instant kNow{std::chrono::seconds{1'724'817'600}};  // 2024-08-28T04:00:00Z
constexpr Instant kModified = kNow - std::chrono::hours{24};

std::vector<Field> fields_in(std::string_view input) {
    std::vector<Field> fields;
    for (const auto line : split(input, "\n")) {
        const auto colon = line.find(':');
        if (colon == std::string_view::npos) continue;
        fields.push_back({http::field_name(line.substr(0, colon)), trimmed(line.substr(colon + 1))});
    }
    return fields;
}

std::vector<std::string_view> values(const std::vector<Field>& fields, FieldName name) {
    std::vector<std::string_view> found;
    for (const auto& field : fields) {
        if (field.name == name) found.push_back(field.value);
    }
    return found;
}

std::vector<Field> without(std::vector<Field> fields, FieldName name) {
    std::erase_if(fields, [&](const Field& field) { return field.name == name; });
    return fields;
}

Outcome outcome(const std::vector<Field>& fields, std::optional<Instant> modified = kModified) {
    return http::evaluate({http::Method::get, "/", {}, fields}, {kTag, modified}, kNow);
}

bool names_our_tag(const std::vector<std::string_view>& lists) {
    for (const auto list : lists) {
        if (list.find(kTag) != std::string_view::npos || list.find('*') != std::string_view::npos) return true;
    }
    return false;
}

bool says_any(const std::vector<std::string_view>& lists) {
    for (const auto list : lists) {
        if (list == "*") return true;
    }
    return false;
}

// The date, where the field is there once and can be read, and does not lie ahead.
std::optional<Instant> date(const std::vector<std::string_view>& values) {
    if (values.size() != 1) return std::nullopt;
    const auto read = base::parse_http_date(values[0], kNow);
    return read && *read <= kNow ? read : std::nullopt;
}

void check_dates(const std::vector<Field>& fields) {
    for (const auto& field : fields) {
        const auto read = base::parse_http_date(field.value, kNow);
        if (!read) continue;
        require(*read >= base::kEarliest && *read <= base::kLatest, "a date that is read is in the accepted range");
        const std::string written = base::http_date(*read);
        require(base::parse_http_date(written, kNow) == read, "a date that is written is read as the same");
        require(written.size() == 29, "a date that is written has one form");
    }
}

// Section 13.2.2, steps 1 and 2.
void check_may_proceed(const std::vector<Field>& fields, Outcome found) {
    const auto tags = values(fields, FieldName::if_match);
    const bool failed = found == Outcome::failed;
    if (tags.empty()) {
        const auto since = date(values(fields, FieldName::if_unmodified_since));
        return require(failed == (since && kModified > *since), "without If-Match, If-Unmodified-Since decides");
    }
    require(found == outcome(without(fields, FieldName::if_unmodified_since)), "beside If-Match, no date counts");
    require(failed || names_our_tag(tags), "If-Match is met by our tag or by any");
    require(!failed || !says_any(tags), "If-Match: * is met");
}

// Steps 3 and 4.
void check_is_known(const std::vector<Field>& fields, Outcome found) {
    const auto tags = values(fields, FieldName::if_none_match);
    const bool known = found == Outcome::not_modified;
    if (tags.empty()) {
        const auto since = date(values(fields, FieldName::if_modified_since));
        return require(known == (since && kModified <= *since), "without If-None-Match, If-Modified-Since decides");
    }
    require(found == outcome(without(fields, FieldName::if_modified_since)), "beside If-None-Match, no date counts");
    require(!known || names_our_tag(tags), "If-None-Match is met by our tag or by any");
    require(known || !says_any(tags), "If-None-Match: * is met");
}

}  // namespace

void conditional(std::string_view input) {
    auto fields = fields_in(input);
    const Outcome found = outcome(fields);
    check_dates(fields);
    check_may_proceed(fields, found);
    if (found != Outcome::failed) check_is_known(fields, found);
    const auto tags_alone = without(without(fields, FieldName::if_modified_since), FieldName::if_unmodified_since);
    require(outcome(fields, std::nullopt) == outcome(tags_alone), "without a date of our own, no date counts");
    fields.push_back({FieldName::if_none_match, "W/\"b\" , W/\"a\""});
    require(outcome(fields) != Outcome::proceed, "our tag, strong or weak, is always known");
    fields.push_back({FieldName::if_match, "\"b\",\"a\""});
    require(outcome(fields) == Outcome::not_modified, "our tag always matches");
}

}  // namespace toolkitd::fuzz
