// How a stream of bytes falls into requests, told by a reader who has all of it before him. The connection, which sees
// it piece by piece, has to come to the same end.
//
// Pure. Takes heads as http/head judges them: what that accepts is another target's matter.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "http/transport.h"

namespace toolkitd::fuzz {

struct ExpectedAnswer {
    int status = 200;
    std::string path;        // that the handler was asked for; empty where the request is refused
    bool head_only = false;  // no content follows, whatever is announced
    bool closes = false;

    bool operator==(const ExpectedAnswer&) const = default;
};

enum class Ending { client_finishes, time_runs_out };

// The answers to a stream, in order. Only the last one closes.
std::vector<ExpectedAnswer> expected_answers(std::string_view stream, const http::TransportSettings& settings,
                                             Ending ending);

}  // namespace toolkitd::fuzz
