// Which of several forms of an answer a request prefers: RFC 9110 section 12.5.
//
// Pure functions, safe to call from any thread.
#pragma once

#include "http/message.h"
#include "render/language.h"
#include "site/representation.h"

namespace toolkitd::http {

// The best coding (section 12.5.3) among those that the request accepts and the representation has: the highest weight
// wins, and the smallest form where weights are equal. Without the field, and where nothing that is there is
// acceptable, identity: the content is worth more to its reader than a 406.
site::Coding preferred_coding(const Request& request, const site::Representation& representation);

// The best language (section 12.5.4) for the service's own words: by lookup of the primary subtag, so that "es-MX" is
// answered in Spanish. The highest weight wins, and what is named first where weights are equal; the usual language
// where nothing that is named is there.
render::Language preferred_language(const Request& request);

// Whether linked data (application/ld+json) is wanted more than plain JSON (section 12.5.1). Without the field, and
// where weights are equal, plain JSON.
bool prefers_linked_data(const Request& request);

// Whether OpenMetrics 1.0 is wanted at least as much as plain text. Without the field, plain text.
bool prefers_open_metrics(const Request& request);

}  // namespace toolkitd::http
