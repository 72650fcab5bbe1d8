// A catalogue to a snapshot: works out the timeline, has every edition rendered, and lets equal neighbours share one
// representation.
#pragma once

#include <memory>
#include <stop_token>
#include <string>
#include <vector>

#include "base/progress.h"
#include "domain/catalogue.h"
#include "render/view.h"
#include "site/snapshot.h"

namespace toolkitd::site {

// A document that is the same in every edition, such as the contract.
struct FixedDocument {
    std::string path;
    std::string media_type;
    Bytes body;
    render::Kind kind = render::Kind::data;
};

// Every representation, in identity. Pure: the same arguments give the same bytes and tags on every machine. Throws
// nothing but std::bad_alloc.
std::shared_ptr<const Snapshot> build(domain::Catalogue catalogue, const render::Options& options,
                                      std::vector<FixedDocument> documents, base::Instant loaded_at,
                                      const Labeller& labeller, const base::Progress& progress = base::untold);

// The same snapshot with every representation in another coding as well: forms that take too long to make the first
// answer wait for them. The two share all else. The same bytes on every machine with the same version of the coding's
// library. Null where it is told to stop.
std::shared_ptr<const Snapshot> with_coding(const Snapshot& snapshot, Coding coding, const Labeller& labeller,
                                            const std::stop_token& stop = {});

}  // namespace toolkitd::site
