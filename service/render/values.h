// Small values of the contract as JSON. For the presenters of this folder.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "domain/currency.h"
#include "domain/regulation.h"
#include "domain/text.h"
#include "render/json.h"

namespace toolkitd::render {

Json to_json(const domain::Text& text);
Json to_json(const std::vector<domain::Link>& links);
Json to_json(const std::optional<base::Instant>& instant);
Json to_json(const domain::Moment& moment);
Json to_json(const domain::ResourceDate& date);
Json to_json(const std::optional<std::string>& text);

// "2024-08-28"
std::string iso_day(std::chrono::year_month_day day);

// ISO 8601 as YouTube and schema.org write it: hours, minutes and seconds, those that are not zero.
std::string iso_duration(std::chrono::seconds length);

// "resolved" where the address is known, else "unresolved".
std::string link_status(const std::optional<std::string>& href);

}  // namespace toolkitd::render
