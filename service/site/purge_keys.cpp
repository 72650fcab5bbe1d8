#include "site/purge_keys.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/instant.h"

namespace toolkitd::site {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kSubjects{{
    {"/v1/toolkits/", "toolkit-"},
    {"/embed/", "toolkit-"},
    {"/v1/resources/", "resource-"},
    {"/v1/regulations/", "regulation-"},
}};

std::string_view name_of(render::Kind kind) {
    switch (kind) {
        case render::Kind::data: return "kind-data";
        case render::Kind::embed: return "kind-embed";
        case render::Kind::page: return "kind-page";
        case render::Kind::fixed: return "kind-fixed";
    }
    return "kind-data";
}

bool is_of_an_id(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; }

std::string subject_of(std::string_view path) {
    for (const auto& [before, name] : kSubjects) {
        if (!path.starts_with(before)) continue;
        const auto rest = path.substr(before.size());
        const auto end = std::find_if_not(rest.begin(), rest.end(), is_of_an_id);
        const bool ends_there = end == rest.end() || *end == '/' || *end == '?';
        if (end != rest.begin() && ends_there) return std::string(name).append(rest.begin(), end);
    }
    return "overview";
}

}  // namespace

std::string purge_keys(std::string_view path, render::Kind kind, const render::Validity& validity,
                       std::string_view revision) {
    std::string keys("toolkitd revision-");
    keys.append(revision).append(" ").append(name_of(kind)).append(" edition-");
    keys.append(validity.from ? base::rfc3339(*validity.from) : "first").append(" ").append(subject_of(path));
    return keys;
}

}  // namespace toolkitd::site
