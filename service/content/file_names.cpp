#include "content/file_names.h"

#include <algorithm>
#include <array>

#include "content/layout.h"
#include "content/words.h"

namespace toolkitd::content {
namespace {

constexpr std::string_view kEnding = ".md";

constexpr auto kMarkdown = std::to_array<std::string_view>(
    {".md", ".markdown", ".mdown", ".mdwn", ".mkdn", ".mkd", ".mdn", ".mdtxt", ".mdtext", ".mdx", ".rmd", ".qmd"});

// What programs that write texts save them as.
constexpr auto kTexts = std::to_array<std::string_view>(
    {".txt", ".text", ".doc", ".docx", ".odt", ".rtf", ".pages", ".html", ".htm", ".xhtml", ".yaml", ".yml"});

constexpr auto kOfProjects = std::to_array<std::string_view>(
    {"readme", "license", "licence", "copying", "changelog", "contributing", "authors"});

std::string lower(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return out;
}

// How much of a name one of these endings takes, in any case; 0 where none does.
template <std::size_t N>
std::size_t ending(std::string_view lower_name, const std::array<std::string_view, N>& endings) {
    for (const auto each : endings) {
        if (lower_name.size() > each.size() && lower_name.ends_with(each)) return each.size();
    }
    return 0;
}

// Without what a program put behind the name, or a slip of the hand.
std::string_view trimmed(std::string_view name) {
    const auto last = name.find_last_not_of(" ._");
    return name.substr(0, last == std::string_view::npos ? 0 : last + 1);
}

}  // namespace

bool is_content_name(std::string_view name) {
    return name.ends_with(kEnding) && !name.starts_with('.') && name != "README.md";
}

std::optional<std::string> intended_name(std::string_view path) {
    const auto slash = path.rfind('/');
    const auto folder = path.substr(0, slash == std::string_view::npos ? 0 : slash + 1);
    const auto name = trimmed(path.substr(folder.size()));
    const auto lowered = lower(name);
    const auto first = lowered.substr(0, lowered.find('.'));
    if (std::find(kOfProjects.begin(), kOfProjects.end(), first) != kOfProjects.end()) return std::nullopt;

    const auto text = ending(lowered, kTexts);
    const auto without_text = std::string_view(lowered).substr(0, lowered.size() - text);
    const auto markdown = ending(without_text, kMarkdown);
    const auto stem = name.substr(0, without_text.size() - markdown);
    if (stem.empty()) return std::nullopt;
    const auto meant = std::string(stem) + std::string(kEnding);
    if (markdown > 0) return meant;

    const bool has_place = locate(std::string(folder) + meant).has_value();
    const bool was_meant = text > 0 || (stem.find('.') == std::string_view::npos && is_id(stem));
    return has_place && was_meant ? std::optional(meant) : std::nullopt;
}

}  // namespace toolkitd::content
