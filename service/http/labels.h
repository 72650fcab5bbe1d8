// The header fields of a representation that depend on nothing but the content: rendered once, when it is loaded.
//
// Pure functions, safe to call from any thread.
#pragma once

#include <string>

#include "site/representation.h"

namespace toolkitd::http {

// `validators` holds what a 304 has as well (RFC 9110 section 15.4.5); `description` what describes the content.
site::Label label_of(const site::Representation& representation, site::Coding coding, const std::string& public_url);

// For the one who builds the snapshot.
site::Labeller labeller(std::string public_url);

}  // namespace toolkitd::http
