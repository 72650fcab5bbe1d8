// Everything that an operator can set. Each has a default that works.
//
// Plain values.
#pragma once

#include <optional>
#include <string>

#include "http/cache_policy.h"
#include "http/transport.h"
#include "render/well_known.h"

namespace toolkitd::app {

struct Settings {
    std::string content = "config/content";
    std::string public_url;
    std::string primary_regulation;
    std::string log_level = "info";
    std::string frame_ancestors = "*";
    bool embeds = true;
    render::SecurityContact security;  // empty: nobody is named
    http::TransportSettings transport;
    http::CacheSettings cache;
};

}  // namespace toolkitd::app
