// One path's answer in one edition, complete but for the time in which it holds.
//
// Plain values.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/instant.h"

namespace toolkitd::render {

struct Page {
    std::string path;                       // as it is asked for; a filtered list's with its query
    std::vector<std::string> former_paths;  // that lead here
    std::string canonical;                  // the address that stands for this content
    std::string language;
    std::shared_ptr<const std::string> body;  // the envelope up to, and without, its `meta`; pages may share it
    bool stands_in = false;                   // for paths without a page, any of which may have one in the next edition
};

// The instants between which a page's bytes hold, each open where nothing bounds it.
struct Validity {
    std::optional<base::Instant> from;
    std::optional<base::Instant> until;

    bool operator==(const Validity&) const = default;
};

}  // namespace toolkitd::render
