// The oEmbed provider over HTTP: chooses what was rendered, and fills in what the request decides: the size of the
// frame, and how the embed in it is wanted.
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

// Views of what outlives the call.
struct OembedAddresses {
    const std::string& public_url;
    const std::string& own_url;  // View::own_url
};

// 404 for an address that stands for no toolkit, and for all of them where the service does not know its own address;
// 501 for a format that the provider does not have (oembed.com, section 2.3.4). An address of this service keeps its
// `lang`, `theme` and `sections`; a bad value of one is a bad parameter, as it is there.
Response oembed_answer(const Request& request, const site::Snapshot& snapshot, base::TimePoint now,
                       const CachePolicy& cache, const OembedAddresses& addresses);

}  // namespace toolkitd::http
