// A status in words: what tests compare, and what a failing one shows.
#pragma once

#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "domain/currency.h"
#include "domain/status.h"

namespace toolkitd::testing {

// Every field of a status, one a line. Equal texts mean equal statuses.
std::string text(const domain::Status& status);

// "enjoined by injunction in Texas, Ohio of 214.204 since ... until ..."; an empty part is left out.
std::string text(const domain::Limit& limit);

// "effective 2024-08-28T04:00:00Z convention", or "none".
std::string text(const std::optional<domain::NextChange>& next);

}  // namespace toolkitd::testing

namespace toolkitd::domain {

// How googletest shows the words.
inline void PrintTo(StatusKind kind, std::ostream* out) { *out << word(kind); }
inline void PrintTo(Reason reason, std::ostream* out) { *out << word(reason); }
inline void PrintTo(Basis basis, std::ostream* out) { *out << word(basis); }
inline void PrintTo(CurrencyState state, std::ostream* out) { *out << word(state); }
inline void PrintTo(CurrencyReason reason, std::ostream* out) { *out << word(reason); }

}  // namespace toolkitd::domain
