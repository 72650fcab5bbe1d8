// The header fields of a representation that depend on nothing but the content: rendered once, when it is loaded.
//
// Pure functions, safe to call from any thread.
#pragma once

#include <string>

#include "site/representation.h"

namespace toolkitd::http {

struct LabelSettings {
    std::string public_url;               // before every path of ours in a link
    std::string frame_ancestors = "*";    // who may show the embeds in a frame (CSP Level 3, "frame-ancestors")
    std::string embed_script = "'none'";  // sources of a CSP: the hashes of what stands in the pages for a frame
    std::string embed_style = "'none'";
};

// `validators` holds what a 304 has as well (RFC 9110 section 15.4.5); `description` what describes the content;
// `purge` the keys by which CDNs forget it.
site::Label label_of(const site::Representation& representation, site::Coding coding, const LabelSettings& settings);

// For the one who builds the snapshot.
site::Labeller labeller(LabelSettings settings);

}  // namespace toolkitd::http
