// Which coding of a representation a request prefers: RFC 9110 section 12.5.3.
//
// Pure, and safe to call from any thread.
#pragma once

#include "http/message.h"
#include "site/representation.h"

namespace toolkitd::http {

// The best coding among those that the request accepts and the representation has: the highest weight wins, and the
// smallest form where weights are equal. Without the field, and where nothing that is there is acceptable, identity:
// the content is worth more to its reader than a 406.
site::Coding preferred_coding(const Request& request, const site::Representation& representation);

}  // namespace toolkitd::http
