// What an nginx needs to serve a mirror: maps from a request and the clock to an answer, and a server's locations.
//
// Pure functions, safe to call from any thread. The variables of both begin with `toolkit_`; $toolkit_root is the one
// that the operator sets.
#pragma once

#include <string>

#include "base/zone.h"
#include "mirror/recording.h"

namespace toolkitd::mirror {

// For the http block. `zone`: in which a day of `as_of` begins.
std::string maps_conf(const Recording& recording, const base::Zone& zone);

// For a server block.
std::string server_conf(const Recording& recording);

// Parts of maps_conf: what is asked for; which answer that is; what the answer says.
std::string request_maps(const Recording& recording, const base::Zone& zone);
std::string choice_maps(const Recording& recording);
std::string answer_maps(const Recording& recording);

// "toolkit_content_type": the variable of a field that answers have of their own.
std::string variable_of(const std::string& field);

// The names of those fields.
std::vector<std::string> own_names(const Recording& recording);

}  // namespace toolkitd::mirror
