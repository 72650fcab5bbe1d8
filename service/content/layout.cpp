#include "content/layout.h"

#include <vector>

namespace toolkitd::content {
namespace {

constexpr std::array<std::string_view, kFileKinds.size()> kWords{
    "publisher", "rights", "audience", "regulation", "notice", "translation", "resource", "toolkit", "section"};
constexpr std::string_view kExtension = ".md";

std::vector<std::string_view> parts_of(std::string_view path) {
    std::vector<std::string_view> parts;
    while (true) {
        const auto slash = path.find('/');
        parts.push_back(path.substr(0, slash));
        if (slash == std::string_view::npos) return parts;
        path.remove_prefix(slash + 1);
    }
}

std::optional<Location> locate_single(std::string_view stem) {
    for (const auto kind : {FileKind::publisher, FileKind::rights, FileKind::audience}) {
        if (stem == word(kind)) return Location{kind, std::string(stem)};
    }
    return std::nullopt;
}

Location locate_notice(std::string_view stem) {
    const auto dot = stem.rfind('.');
    if (dot == std::string_view::npos) return {FileKind::notice, std::string(stem)};
    return {FileKind::translation, std::string(stem.substr(0, dot)), {}, std::string(stem.substr(dot + 1))};
}

std::optional<Location> locate_item(std::string_view folder, std::string_view stem) {
    if (folder == "regulations") return Location{FileKind::regulation, std::string(stem)};
    if (folder == "notices") return locate_notice(stem);
    if (folder == "resources") return Location{FileKind::resource, std::string(stem)};
    return std::nullopt;
}

}  // namespace

std::string_view word(FileKind kind) { return kWords.at(static_cast<std::size_t>(kind)); }

std::optional<Location> locate(std::string_view path) {
    if (!path.ends_with(kExtension)) return std::nullopt;
    const auto parts = parts_of(path.substr(0, path.size() - kExtension.size()));
    if (parts.size() == 1) return locate_single(parts[0]);
    if (parts.size() == 2) return locate_item(parts[0], parts[1]);
    if (parts.size() != 3 || parts[0] != "toolkits") return std::nullopt;
    if (parts[2] == word(FileKind::toolkit)) return Location{FileKind::toolkit, std::string(parts[1])};
    return Location{FileKind::section, std::string(parts[2]), std::string(parts[1])};
}

}  // namespace toolkitd::content
