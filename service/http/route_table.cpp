#include "http/route_table.h"

#include <algorithm>
#include <array>

namespace toolkitd::http {
namespace {

constexpr std::array<Route, kRouteCount> kRoutes{{
    {"/", Answer::home},
    {"/v1", Answer::content},
    {"/v1/toolkits", Answer::content},
    {"/v1/toolkits/{toolkit}", Answer::item},
    {"/v1/toolkits/{toolkit}/sections", Answer::content},
    {"/v1/toolkits/{toolkit}/sections/{section}", Answer::item},
    {"/v1/toolkits/{toolkit}/feed.json", Answer::content},
    {"/v1/toolkits/{toolkit}/feed.atom", Answer::content},
    {"/v1/feed.json", Answer::content},
    {"/v1/feed.atom", Answer::content},
    {"/v1/resources", Answer::resource_list},
    {"/v1/resources/{resource}", Answer::item},
    {"/v1/regulations", Answer::content},
    {"/v1/regulations/{regulation}", Answer::item},
    {"/v1/regulations/{regulation}/status", Answer::content},
    {"/v1/regulation-status", Answer::content},
    {"/v1/rights", Answer::content},
    {"/v1/problems", Answer::content},
    {"/v1/problems/{problem}", Answer::content},
    {"/toolkits/{toolkit}", Answer::publishers_page},
    {"/oembed", Answer::oembed},
    {"/robots.txt", Answer::document},
    {"/sitemap.xml", Answer::document},
    {"/.well-known/api-catalog", Answer::document},
    {"/.well-known/security.txt", Answer::document},
    {"/embed/v1.js", Answer::document},
    {"/embed/v1.json", Answer::document},
    {"/embed/{toolkit}", Answer::embed_page},
    {"/embed/{toolkit}/fragment", Answer::embed_fragment},
    {"/assets/{asset}", Answer::document},
    {"/docs", Answer::content},
    {"/docs/embedding", Answer::content},
    {"/openapi.yaml", Answer::document},
    {"/openapi.json", Answer::document},
    {"/livez", Answer::live},
    {"/readyz", Answer::ready},
    {"/healthz", Answer::health},
    {"/version", Answer::version},
    {"/metrics", Answer::metrics},
}};

// A path, cut at its slashes; of paths that are longer than any route, no more than the beginning.
struct Segments {
    std::array<std::string_view, 6> parts;
    std::size_t count = 0;
};

constexpr Segments cut(std::string_view path) {
    Segments segments;
    while (path.starts_with('/') && segments.count < segments.parts.size()) {
        const auto end = std::min(path.find('/', 1), path.size());
        segments.parts[segments.count++] = path.substr(1, end - 1);
        path.remove_prefix(end);
    }
    return segments;
}

constexpr auto kCutRoutes = [] {
    std::array<Segments, kRoutes.size()> all;
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = cut(kRoutes[i].path);
    return all;
}();

bool fits(const Segments& route, const Segments& path) {
    if (route.count != path.count) return false;
    for (std::size_t i = route.count; i-- > 0;) {  // backwards: routes differ at their ends
        const bool any = route.parts[i].starts_with('{');
        if (any ? path.parts[i].empty() : route.parts[i] != path.parts[i]) return false;
    }
    return true;
}

}  // namespace

std::span<const Route> routes() { return kRoutes; }

const Route* match(std::string_view path) {
    // A `?` in a path came percent-encoded: it begins no query, and is in no path of ours.
    const Segments given = cut(path);
    if (given.count == 0 || path.find('?') != std::string_view::npos) return nullptr;
    for (std::size_t i = 0; i < kRoutes.size(); ++i) {
        if (fits(kCutRoutes[i], given)) return &kRoutes[i];
    }
    return nullptr;
}

}  // namespace toolkitd::http
