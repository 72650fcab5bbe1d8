#include "render/rendered.h"

#include <algorithm>
#include <iterator>
#include <stdexcept>
#include <utility>

#include "render/json_text.h"
#include "render/pages.h"
#include "support/times.h"

namespace toolkitd::testing {

Rendered::Rendered(domain::Catalogue catalogue, std::string_view instant, render::Options options,
                   render::Language language)
    : catalogue_(std::move(catalogue)),
      options_(std::move(options)),
      pages_(render::pages(render::View(catalogue_, at(instant), options_, language))) {}

bool Rendered::has(const std::string& path) const {
    return std::any_of(pages_.begin(), pages_.end(), [&](const render::Page& page) { return page.path == path; });
}

const render::Page& Rendered::page(const std::string& path) const {
    const auto found =
        std::find_if(pages_.begin(), pages_.end(), [&](const render::Page& page) { return page.path == path; });
    if (found == pages_.end()) throw std::out_of_range("no page at " + path);
    return *found;
}

std::vector<render::Page> Rendered::enveloped() const {
    std::vector<render::Page> found;
    std::copy_if(pages_.begin(), pages_.end(), std::back_inserter(found),
                 [](const render::Page& page) { return page.ending == render::json_ending; });
    return found;
}

std::string Rendered::answer(const std::string& path) const {
    return render::finish(page(path), {}, catalogue_, options_);
}

std::string Rendered::json(const std::string& path, const std::string& pointer) const {
    return json_at(answer(path), pointer);
}

std::string Rendered::text(const std::string& path, const std::string& pointer) const {
    return text_at(answer(path), pointer);
}

std::string Rendered::keys(const std::string& path, const std::string& pointer) const {
    return keys_at(answer(path), pointer);
}

std::string Rendered::ids(const std::string& path, const std::string& pointer) const {
    return ids_at(answer(path), pointer);
}

}  // namespace toolkitd::testing
