// Query parameters that a path does not have, and whose names promise that it does: `limit`, `fields`, `asOf`. An
// answer that left them out would be taken for the one that was wanted. Any other unknown name means nothing and is
// ignored: links carry those of campaigns.
//
// Pure functions, safe to call from any thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "http/message.h"
#include "http/route_table.h"
#include "render/problem.h"

namespace toolkitd::http {

// The parameters that a path of JSON has.
std::vector<std::string> parameters_of(Answer answer);

// The first lookalike of a request to such a path, its value, and the parameters that there are. Names count without
// regard to case, to `_`, `-`, `.`, `$` and spaces, and to what stands in brackets: `page[size]` is `page`.
std::optional<render::BadParameter> lookalike(const Request& request, Answer answer);

}  // namespace toolkitd::http
