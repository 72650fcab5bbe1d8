// The style sheets and scripts that browsers are given, as they were when this binary was built.
//
// Constants; safe to read from any thread.
#pragma once

#include <span>
#include <string_view>

namespace toolkitd::web {

struct Asset {
    std::string_view name;        // of the file in this folder: "page.css"
    std::string_view media_type;  // "text/css"
    std::string_view bytes;
    std::string_view integrity;  // for the attribute of that name (W3C Subresource Integrity): "sha384-..."
    std::string_view csp_hash;   // as a source of a CSP, where the bytes stand in a page (CSP Level 3): "'sha256-...'"
};

std::span<const Asset> assets();

}  // namespace toolkitd::web
