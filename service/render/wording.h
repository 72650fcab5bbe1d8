// The service's own words, in English: sentences that explain a status, a currency or a basis.
//
// Pure functions, safe to call from any thread.
#pragma once

#include <chrono>
#include <string>

#include "domain/currency.h"
#include "domain/status.h"

namespace toolkitd::render {

// "August 28, 2024"
std::string long_date(std::chrono::year_month_day day);

// Why a status is what it is, as one sentence.
std::string reason_text(const domain::Status& status);

// Why a resource stands to a rule as it does, as one sentence.
std::string reason_text(const domain::Currency& currency);

// How a day that a source names became an instant.
std::string convention_text(const std::string& zone);

}  // namespace toolkitd::render
