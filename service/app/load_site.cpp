#include "app/load_site.h"

#include <algorithm>
#include <filesystem>
#include <string_view>
#include <utility>

#include "app/load_budget.h"
#include "app/security_settings.h"
#include "assets.h"
#include "base/hash.h"
#include "content/escaped.h"
#include "content/load.h"
#include "contract.h"
#include "http/labels.h"
#include "render/element.h"
#include "site/build.h"

namespace toolkitd::app {
namespace {

content::Diagnostics named(content::Diagnostics diagnostics, const std::string& folder) {
    for (auto& diagnostic : diagnostics) {
        diagnostic.file = (std::filesystem::path(content::escaped(folder)) / diagnostic.file).string();
    }
    return diagnostics;
}

// They stand in the pages for a frame, and have no address.
constexpr std::string_view kEmbedStyle = "page.css";
constexpr std::string_view kEmbedScript = "frame.js";

// "/assets/docs.0123456789abcdef.css"
std::string path_of(const web::Asset& asset) {
    const std::filesystem::path name(asset.name);
    return "/assets/" + name.stem().string() + "." + base::fingerprint(asset.bytes) + name.extension().string();
}

// Its moving address, and where it stays and how it is recognised.
void add_element(const web::Asset& asset, const std::string& public_url, std::vector<site::FixedDocument>& all) {
    all.push_back({"/embed/v1.js", std::string(asset.media_type), site::Bytes::held(asset.bytes)});
    all.push_back({"/embed/v1.json", "application/json",
                   site::Bytes(render::element_json({asset.integrity, path_of(asset)}, public_url))});
}

// The contract, its one server named by the address of the service where that is known: a client that resolves `/`
// would leave out the path of an address that has one. `server` is how the document names it.
site::Bytes at_its_address(std::string_view document, std::string_view server, const std::string& public_url) {
    const auto at = document.find(server);
    if (public_url.empty() || at == std::string_view::npos) return site::Bytes::held(document);
    std::string text(document);
    text.replace(at + server.rfind('/'), 1, public_url);
    return site::Bytes(std::move(text));
}

std::vector<site::FixedDocument> documents(const Settings& settings) {
    std::vector<site::FixedDocument> all{
        {"/openapi.yaml", "application/yaml", at_its_address(contract::yaml(), "  - url: /\n", settings.public_url)},
        {"/openapi.json", "application/json",
         at_its_address(contract::json(), R"("servers":[{"url":"/")", settings.public_url)}};
    for (const auto& asset : web::assets()) {
        if (asset.name == kEmbedStyle || asset.name == kEmbedScript) continue;
        all.push_back(
            {path_of(asset), std::string(asset.media_type), site::Bytes::held(asset.bytes), render::Kind::fixed});
        if (asset.name == "v1.js") add_element(asset, settings.public_url, all);
    }
    constexpr const char* kText = "text/plain; charset=utf-8";
    const std::string& url = settings.public_url;
    all.push_back({std::string(render::kApiCatalog), std::string(render::kApiCatalogType),
                   site::Bytes(render::api_catalog(url))});
    all.push_back({"/robots.txt", kText, site::Bytes(render::robots_txt(url))});
    if (!settings.security.contact.empty()) {
        all.push_back({"/.well-known/security.txt", kText, site::Bytes(render::security_txt(settings.security, url))});
    }
    return all;
}

std::map<std::string, std::string, std::less<>> asset_paths() {
    std::map<std::string, std::string, std::less<>> paths;
    for (const auto& asset : web::assets()) paths.emplace(asset.name, path_of(asset));
    return paths;
}

const web::Asset& asset_named(std::string_view name) {
    const auto all = web::assets();
    return *std::find_if(all.begin(), all.end(), [name](const auto& asset) { return asset.name == name; });
}

}  // namespace

site::Labeller labeller(const Settings& settings) {
    return http::labeller({settings.public_url, settings.frame_ancestors,
                           std::string(asset_named(kEmbedScript).csp_hash),
                           std::string(asset_named(kEmbedStyle).csp_hash)});
}

base::Result<domain::Catalogue, LoadFailure> load_catalogue(const std::string& folder, const ReadFiles& read,
                                                            const base::Progress& progress,
                                                            std::optional<base::Instant> now) {
    const auto files = read(folder);
    if (!files) return tl::unexpected(files.error());
    auto catalogue = content::load(*files, progress, now);
    if (catalogue) return std::move(*catalogue);
    return tl::unexpected(
        LoadFailure{"the content in " + content::escaped(folder) + " has faults; nothing of it is served",
                    named(std::move(catalogue.error()), folder)});
}

namespace {

Loaded load_whole(const Settings& settings, bool rehearsal, base::Instant now, const ReadFiles& read,
                  const base::Progress& progress, const LoadOptions& how) {
    auto catalogue = load_catalogue(settings.content, read, progress);
    if (!catalogue) return tl::unexpected(catalogue.error());
    const std::string& primary = settings.primary_regulation;
    if (!primary.empty() && !domain::find_regulation(*catalogue, primary)) {
        return tl::unexpected(LoadFailure{
            "the setting primary_regulation names `" + primary + "`, which is no regulation in " + settings.content,
            {}});
    }
    if (auto fault = security_fault(settings)) return tl::unexpected(LoadFailure{std::move(*fault), {}});
    const render::Options options{settings.public_url,
                                  primary.empty() ? std::nullopt : std::optional(primary),
                                  rehearsal,
                                  asset_paths(),
                                  settings.embeds,
                                  asset_named(kEmbedStyle).bytes,
                                  asset_named(kEmbedScript).bytes,
                                  !how.shows_planned,
                                  how.listens_at};
    return site::build(std::move(*catalogue), options, documents(settings), now, labeller(settings), progress);
}

}  // namespace

Loaded load_site(const Settings& settings, bool rehearsal, base::Instant now, const ReadFiles& read,
                 const base::Progress& progress, const LoadOptions& how) {
    return load_in_time(how.budget, progress, [&](const base::Progress& limited) {
        return load_whole(settings, rehearsal, now, read, limited, how);
    });
}

}  // namespace toolkitd::app
