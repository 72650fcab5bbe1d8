#include "http/conditional.h"

namespace toolkitd::http {
namespace {

using base::Instant;

void skip_separators(std::string_view& list) {
    const auto start = list.find_first_not_of(" \t,");
    list.remove_prefix(start == std::string_view::npos ? list.size() : start);
}

struct Tag {
    bool weak = false;
    std::string_view opaque;  // with its quotes
};

// Takes the next entity tag off the front of a list (RFC 9110 section 8.8.3); nothing at the end or at anything else.
std::optional<Tag> next_tag(std::string_view& list) {
    skip_separators(list);
    Tag tag;
    tag.weak = list.starts_with("W/");
    if (tag.weak) list.remove_prefix(2);
    if (!list.starts_with('"')) return std::nullopt;
    const auto end = list.find('"', 1);
    if (end == std::string_view::npos) return std::nullopt;
    tag.opaque = list.substr(0, end + 1);
    list.remove_prefix(end + 1);
    return tag;
}

enum class Comparison { strong, weak };

bool matches_in(std::string_view list, std::string_view own, Comparison comparison) {
    skip_separators(list);
    if (list.find_last_not_of(" \t") == 0 && list.front() == '*') return true;
    while (const auto tag = next_tag(list)) {
        if (comparison == Comparison::strong && tag->weak) continue;
        if (tag->opaque == own) return true;
    }
    return false;
}

// Whether the list of tags names our own; nothing where there is no list.
std::optional<bool> matches(const Request& request, FieldName field, std::string_view own, Comparison comparison) {
    std::optional<bool> found;
    request.each(field,
                 [&](std::string_view list) { found = found.value_or(false) || matches_in(list, own, comparison); });
    return found;
}

bool modified_since(const Request& request, FieldName field, const Validators& validators, Instant now,
                    bool otherwise) {
    std::size_t at = 0;
    const Field* value = request.next(field, at);
    if (!value || request.next(field, at) || !validators.last_modified) return otherwise;
    const auto date = base::parse_http_date(value->value, now);
    if (!date || *date > now) return otherwise;
    return *validators.last_modified > *date;
}

bool may_proceed(const Request& request, const Validators& validators, Instant now) {
    if (const auto found = matches(request, FieldName::if_match, validators.tag, Comparison::strong)) return *found;
    return !modified_since(request, FieldName::if_unmodified_since, validators, now, false);
}

bool is_known(const Request& request, const Validators& validators, Instant now) {
    if (const auto found = matches(request, FieldName::if_none_match, validators.tag, Comparison::weak)) return *found;
    return !modified_since(request, FieldName::if_modified_since, validators, now, true);
}

}  // namespace

Outcome evaluate(const Request& request, const Validators& validators, Instant now) {
    if (!may_proceed(request, validators, now)) return Outcome::failed;
    return is_known(request, validators, now) ? Outcome::not_modified : Outcome::proceed;
}

}  // namespace toolkitd::http
