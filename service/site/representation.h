// RFC 9110's word: the bytes for one path in one edition, and what HTTP has to know of them.
//
// Immutable once its snapshot is built; lives as long as the snapshot.
#pragma once

#include <optional>
#include <string>

#include "base/instant.h"
#include "render/page.h"

namespace toolkitd::site {

struct Representation {
    std::string media_type;
    std::string language;   // empty: of no human language
    std::string canonical;  // the address that stands for this content; empty: none
    std::string body;
    std::string tag;  // strong entity tag with its quotes (RFC 9110 section 8.8.3): a hash of the bytes
    render::Validity validity;
    std::optional<base::Instant> last_modified;
};

}  // namespace toolkitd::site
