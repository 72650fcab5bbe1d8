#include "render/real_catalogue.h"

#include <stdexcept>

#include "content/load.h"
#include "content/source.h"

namespace toolkitd::testing {
namespace {

domain::Catalogue load() {
    const auto files = content::Folder(TOOLKITD_SOURCE_DIR "/config/content").read();
    if (!files) throw std::runtime_error(files.error().sentence);
    auto catalogue = content::load(*files);
    if (!catalogue) throw std::runtime_error(content::to_line(catalogue.error().front()));
    return std::move(*catalogue);
}

}  // namespace

const domain::Catalogue& real_catalogue() {
    static const domain::Catalogue kCatalogue = load();
    return kCatalogue;
}

}  // namespace toolkitd::testing
