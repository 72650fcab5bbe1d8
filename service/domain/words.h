// The field's own words, as enumerations, and as they are spelled in content files and in JSON.
//
// Pure functions, safe to call from any thread. The views refer to constants.
#pragma once

#include <optional>
#include <string_view>

namespace toolkitd::domain {

// What a regulation's events and the clock say of it.
enum class StatusKind {
    proposed,
    pending,
    effective,
    partially_effective,
    delayed,
    stayed,
    enjoined,
    vacated,
    withdrawn,
    superseded,
    unknown,
};

// What can happen to a rule. `lifted` ends the stay, injunction or vacatur that it names.
enum class EventKind {
    proposed,
    published,
    corrected,
    delayed,
    effective,
    stayed,
    enjoined,
    vacated,
    withdrawn,
    superseded,
    lifted,
};

// Whether a source names an instant (`stated`) or only a day, of which we take the start (`convention`).
enum class Basis { stated, convention };

// How a resource stands to a rule.
enum class CurrencyState { current, predates_rule, undetermined };

// What a date on a resource says happened then; `dated` where the publisher does not say.
enum class DateRole { updated, published, recorded, dated };

// Whose words a notice is in, and who says where a link leads.
enum class Provenance { publisher, service };

// How well a fact is known: `high` from the primary text or two independent copies, `medium` from one good source.
enum class Confidence { high, medium };

std::string_view word(StatusKind kind);
std::string_view word(EventKind kind);
std::string_view word(Basis basis);
std::string_view word(CurrencyState state);
std::string_view word(DateRole role);
std::string_view word(Provenance provenance);
std::string_view word(Confidence confidence);

// The enumerator that a word stands for; nothing for any other text. Defined for each enumeration above.
template <typename Enum>
std::optional<Enum> from_word(std::string_view text);

}  // namespace toolkitd::domain
