// Sentences of the service's own that explain a status, a currency or a basis, in either of its languages.
//
// Pure functions, safe to call from any thread.
#pragma once

#include <chrono>
#include <string>

#include "domain/currency.h"
#include "domain/status.h"
#include "render/language.h"

namespace toolkitd::render {

// "August 28, 2024", "28 de agosto de 2024"
std::string long_date(std::chrono::year_month_day day, Language language);

// Why a status is what it is, as one sentence.
std::string reason_text(const domain::Status& status, Language language);

// Why a resource stands to a rule as it does, as one sentence.
std::string reason_text(const domain::Currency& currency, Language language);

// How a day that a source names became an instant.
std::string convention_text(const std::string& zone, Language language);

}  // namespace toolkitd::render
