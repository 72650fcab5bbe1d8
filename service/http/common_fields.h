// The fields that every answer bears, whatever it is.
//
// Pure functions, safe to call from any thread.
#pragma once

#include <string>

#include "http/message.h"
#include "render/language.h"
#include "render/problem.h"

namespace toolkitd::http {

// CORS for any origin (Fetch standard, "CORS protocol"), nosniff, no referrer, and the mark of a rehearsal.
void add_common_fields(Response& response, bool rehearsal);

// An answer to a preflight, and to OPTIONS without one.
Response options_response();

// A problem as an answer, its words in a language, which no cache keeps; a 405 has its `Allow`, a 503
// its `Retry-After`.
Response problem_response(const render::Problem& problem, const std::string& public_url,
                          render::Language language = render::kUsualLanguage);

}  // namespace toolkitd::http
