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

// The same for what is nobody's but whoever asks for it: without CORS.
void add_unshared_fields(Response& response, bool rehearsal = false);

// The methods that every path takes.
inline constexpr const char* kMethodsOfAll = "GET, HEAD, OPTIONS";

// An answer to a preflight, and to OPTIONS without one.
Response options_response();

// A problem as an answer, its words in a language, which no cache keeps; a 405 has its `Allow`, a 503
// its `Retry-After`.
Response problem_response(const render::Problem& problem, const std::string& public_url,
                          render::Language language = render::kUsualLanguage);

}  // namespace toolkitd::http
