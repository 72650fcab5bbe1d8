// The one shape of every content answer: {"data", "rights", "audience", "links", "meta"}.
//
// Immutable once made; refers to the view. For the presenters of this folder.
#pragma once

#include <string>

#include "render/json.h"
#include "render/page.h"
#include "render/view.h"
#include "render/written.h"

namespace toolkitd::render {

// All of a page but its data, for pages that differ in nothing else but their paths.
class Frame {
public:
    Page around(const WrittenJson& data, const std::string& path) const;

private:
    friend class Envelope;
    Page page_;
    std::string behind_;  // what stands behind the data
};

class Envelope {
public:
    explicit Envelope(const View& view);

    // A page at `path` whose own links are `links` (put between `canonical` and `license`). An empty `canonical` means
    // the path itself.
    Page seal(const std::string& path, const Json& data, const Json& links, std::string canonical = {}) const;

    // The same from data that is written already.
    Page seal_written(const std::string& path, const WrittenJson& data, const Json& links,
                      std::string canonical = {}) const;

    // The frame of such pages; the query of `path` is not part of it.
    Frame frame(const std::string& path, const Json& links, std::string canonical = {}) const;

private:
    const View* view_;
    std::string rights_and_audience_;
};

}  // namespace toolkitd::render
