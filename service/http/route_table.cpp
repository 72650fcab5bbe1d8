#include "http/route_table.h"

#include <algorithm>
#include <array>

namespace toolkitd::http {
namespace {

constexpr std::array<Route, 21> kRoutes{{
    {"/", Answer::home},
    {"/v1", Answer::content},
    {"/v1/toolkits", Answer::content},
    {"/v1/toolkits/{toolkit}", Answer::content},
    {"/v1/toolkits/{toolkit}/sections", Answer::content},
    {"/v1/toolkits/{toolkit}/sections/{section}", Answer::content},
    {"/v1/resources", Answer::resource_list},
    {"/v1/resources/{resource}", Answer::content},
    {"/v1/regulations", Answer::content},
    {"/v1/regulations/{regulation}", Answer::content},
    {"/v1/regulations/{regulation}/status", Answer::content},
    {"/v1/regulation-status", Answer::content},
    {"/v1/rights", Answer::content},
    {"/v1/problems", Answer::content},
    {"/v1/problems/{problem}", Answer::content},
    {"/openapi.yaml", Answer::document},
    {"/openapi.json", Answer::document},
    {"/livez", Answer::live},
    {"/readyz", Answer::ready},
    {"/healthz", Answer::health},
    {"/version", Answer::version},
}};

// Takes the first segment off the front of a path.
std::string_view take_segment(std::string_view& path) {
    const auto end = std::min(path.find('/', 1), path.size());
    const auto segment = path.substr(1, end - 1);
    path.remove_prefix(end);
    return segment;
}

bool fits(std::string_view route, std::string_view path) {
    if (!path.starts_with('/')) return false;
    while (!route.empty() && !path.empty()) {
        const auto wanted = take_segment(route);
        const auto given = take_segment(path);
        const bool any = wanted.starts_with('{');
        if (any ? given.empty() : wanted != given) return false;
    }
    return route.empty() && path.empty();
}

}  // namespace

std::span<const Route> routes() { return kRoutes; }

const Route* match(std::string_view path) {
    const auto found =
        std::find_if(kRoutes.begin(), kRoutes.end(), [&](const Route& route) { return fits(route.path, path); });
    return found == kRoutes.end() ? nullptr : found;
}

}  // namespace toolkitd::http
