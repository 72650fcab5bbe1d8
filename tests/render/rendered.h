// What the presenters make of a catalogue at one instant, to be looked at page by page.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/catalogue.h"
#include "render/page.h"
#include "render/view.h"

namespace toolkitd::testing {

// Immutable. Paths are those of pages; a path without a page makes every function but `has` throw. Pointers and what
// stands at them: see render/json_text.h.
class Rendered {
public:
    // The instant as `testing::at` reads it; the language is that of the service's own words.
    Rendered(domain::Catalogue catalogue, std::string_view instant, render::Options options = {},
             render::Language language = render::kUsualLanguage);

    bool has(const std::string& path) const;
    const render::Page& page(const std::string& path) const;
    const std::vector<render::Page>& pages() const { return pages_; }

    // Those of them that are in the envelope.
    std::vector<render::Page> enveloped() const;

    // The whole answer, as one that holds for ever.
    std::string answer(const std::string& path) const;

    std::string json(const std::string& path, const std::string& pointer = "/data") const;
    std::string text(const std::string& path, const std::string& pointer) const;
    std::string keys(const std::string& path, const std::string& pointer = "/data") const;
    std::string ids(const std::string& path, const std::string& pointer = "/data") const;

private:
    domain::Catalogue catalogue_;
    render::Options options_;
    std::vector<render::Page> pages_;
};

}  // namespace toolkitd::testing
