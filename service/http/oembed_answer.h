// The oEmbed provider over HTTP: chooses what was rendered, and fills in the size of the frame.
//
// Pure functions, safe to call from any thread.
#pragma once

#include <memory>
#include <string>

#include "base/instant.h"
#include "http/cache_policy.h"
#include "http/message.h"
#include "site/snapshot.h"

namespace toolkitd::http {

// 404 for an address that stands for no toolkit, and for all of them where the service has no address of its own; 501
// for a format that the provider does not have (oembed.com, section 2.3.4).
Response oembed_answer(const Request& request, const site::Snapshot& snapshot, base::TimePoint now,
                       const CachePolicy& cache, const std::string& public_url);

}  // namespace toolkitd::http
