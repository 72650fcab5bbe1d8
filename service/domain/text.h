// Prose in the three forms in which it is served, and the links in it.
//
// Plain values.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/words.h"

namespace toolkitd::domain {

// A place that a text points to. Without an address the link is unresolved: its words are known, its target is not.
struct Link {
    std::string id;
    std::string text;
    std::optional<std::string> href;
    Provenance provenance = Provenance::publisher;  // who says where it leads
};

struct Text {
    std::string markdown;  // CommonMark; links without an address are plain words
    std::string html;      // safe: no raw HTML of a content file gets here
    std::string plain;     // the publisher's words as they stand, paragraphs parted by an empty line, no final newline
    std::vector<Link> links;
};

}  // namespace toolkitd::domain
