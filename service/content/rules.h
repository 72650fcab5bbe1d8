// The names of all that can be wrong with content: one list, which the documentation and the tests are held against.
//
// Pure, and safe to call from any thread. The names are stable: editors and scripts may rely on them.
#pragma once

#include <span>
#include <string_view>

namespace toolkitd::content {

enum class Rule {
    // files
    too_large,
    bad_encoding,
    control_character,
    empty_file,
    no_front_matter,
    front_matter_not_closed,
    misplaced_file,
    missing_file,
    foreign_link,
    merge_conflict,
    bad_id,
    // YAML
    bad_space,
    yaml_syntax,
    yaml_feature,
    multiple_documents,
    too_deep,
    duplicate_key,
    hash_in_value,
    // schema
    wrong_type,
    unknown_key,
    missing_key,
    unknown_word,
    empty_value,
    repeated_value,
    too_long,
    // values
    bad_date,
    bad_time_zone,
    bad_address,
    bad_phone_number,
    bad_duration,
    bad_language,
    bad_word,
    empty_window,
    preview_misused,
    withdrawn_misused,
    future_revision,
    // text
    no_text,
    unexpected_text,
    raw_html,
    image,
    heading_level,
    code_block,
    broken_link,
    empty_link,
    undeclared_link,
    unused_link,
    address_in_text,
    bare_address,
    lookalike,
    // what items say of each other
    unknown_reference,
    duplicate_id,
    id_clash,
    unlisted_section,
    scope_misused,
    lifts_misused,
    ambiguous_notice,
    idle_notice,
    placeholder_misused,
    translation_misused,
    translation_outdated,
};

// The rule's name as diagnostics show it: "unknown-key".
std::string_view name(Rule rule);

// All names, in the order above.
std::span<const std::string_view> rule_names();

}  // namespace toolkitd::content
