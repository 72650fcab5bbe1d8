#include "app/load_site.h"

#include <filesystem>
#include <utility>

#include "content/load.h"
#include "content/source.h"
#include "contract.h"
#include "http/labels.h"
#include "site/build.h"

namespace toolkitd::app {
namespace {

content::Diagnostics named(content::Diagnostics diagnostics, const std::string& folder) {
    for (auto& diagnostic : diagnostics) {
        diagnostic.file = (std::filesystem::path(folder) / diagnostic.file).string();
    }
    return diagnostics;
}

std::vector<site::FixedDocument> documents() {
    return {{"/openapi.yaml", "application/yaml", std::string(contract::yaml())},
            {"/openapi.json", "application/json", std::string(contract::json())}};
}

}  // namespace

base::Result<domain::Catalogue, LoadFailure> load_catalogue(const std::string& folder, const base::Progress& progress) {
    const auto files = content::Folder(folder).read();
    if (!files) return tl::unexpected(LoadFailure{files.error().sentence, {}});
    auto catalogue = content::load(*files, progress);
    if (catalogue) return std::move(*catalogue);
    return tl::unexpected(LoadFailure{"the content in " + folder + " has faults; nothing of it is served",
                                      named(std::move(catalogue.error()), folder)});
}

base::Result<std::shared_ptr<const site::Snapshot>, LoadFailure> load_site(const Settings& settings, bool rehearsal,
                                                                           base::Instant now,
                                                                           const base::Progress& progress) {
    auto catalogue = load_catalogue(settings.content, progress);
    if (!catalogue) return tl::unexpected(catalogue.error());
    const std::string& primary = settings.primary_regulation;
    if (!primary.empty() && !domain::find_regulation(*catalogue, primary)) {
        return tl::unexpected(LoadFailure{
            "the setting primary_regulation names `" + primary + "`, which is no regulation in " + settings.content,
            {}});
    }
    const render::Options options{settings.public_url, primary.empty() ? std::nullopt : std::optional(primary),
                                  rehearsal};
    return site::build(std::move(*catalogue), options, documents(), now, http::labeller(settings.public_url), progress);
}

}  // namespace toolkitd::app
