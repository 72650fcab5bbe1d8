#include "content/rules.h"

#include <array>

namespace toolkitd::content {
namespace {

// In the order of the enumeration.
constexpr auto kNames = std::to_array<std::string_view>({
    "too-large",
    "bad-encoding",
    "control-character",
    "empty-file",
    "no-front-matter",
    "front-matter-not-closed",
    "misplaced-file",
    "missing-file",
    "foreign-link",
    "merge-conflict",
    "bad-id",
    "bad-space",
    "yaml-syntax",
    "yaml-feature",
    "multiple-documents",
    "too-deep",
    "duplicate-key",
    "hash-in-value",
    "wrong-type",
    "unknown-key",
    "missing-key",
    "unknown-word",
    "empty-value",
    "repeated-value",
    "too-long",
    "bad-date",
    "bad-time-zone",
    "bad-address",
    "bad-phone-number",
    "bad-duration",
    "bad-language",
    "bad-word",
    "empty-window",
    "preview-misused",
    "withdrawn-misused",
    "future-revision",
    "no-text",
    "unexpected-text",
    "raw-html",
    "image",
    "heading-level",
    "code-block",
    "broken-link",
    "empty-link",
    "undeclared-link",
    "unused-link",
    "address-in-text",
    "bare-address",
    "lookalike",
    "unknown-reference",
    "duplicate-id",
    "id-clash",
    "unlisted-section",
    "scope-misused",
    "lifts-misused",
    "ambiguous-notice",
    "idle-notice",
    "placeholder-misused",
    "translation-misused",
    "translation-outdated",
});
static_assert(kNames.size() == static_cast<std::size_t>(Rule::translation_outdated) + 1);

}  // namespace

std::string_view name(Rule rule) { return kNames.at(static_cast<std::size_t>(rule)); }

std::span<const std::string_view> rule_names() { return kNames; }

}  // namespace toolkitd::content
