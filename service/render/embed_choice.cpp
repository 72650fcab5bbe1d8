#include "render/embed_choice.h"

#include <array>

namespace toolkitd::render {
namespace {

constexpr std::array<std::string_view, 3> kHeadings{"2", "3", "4"};
constexpr std::array<std::string_view, 3> kThemes{"auto", "dark", "light"};

constexpr EmbedParameter kSections{"sections", &EmbedChoice::sections, {}};
constexpr std::array kOfPages{kSections, EmbedParameter{"theme", &EmbedChoice::theme, kThemes}};
constexpr std::array kOfFragments{EmbedParameter{"heading", &EmbedChoice::heading, kHeadings}, kSections};

}  // namespace

std::span<const std::string_view> headings() { return kHeadings; }
std::span<const std::string_view> themes() { return kThemes; }

std::span<const EmbedParameter> parameters_of(EmbedForm form) {
    return form == EmbedForm::fragment ? std::span(kOfFragments) : std::span(kOfPages);
}

std::string embed_path(EmbedForm form, std::string_view toolkit) {
    return "/embed/" + std::string(toolkit) + (form == EmbedForm::fragment ? "/fragment" : "");
}

std::string chosen_path(std::string_view path, EmbedForm form, const EmbedChoice& choice) {
    static constexpr EmbedChoice kUsual;
    std::string chosen(path);
    char separator = '?';
    for (const auto& parameter : parameters_of(form)) {
        const auto value = choice.*parameter.value;
        if (value == kUsual.*parameter.value) continue;
        chosen.append(1, separator).append(parameter.name).append("=").append(value);
        separator = '&';
    }
    return chosen;
}

}  // namespace toolkitd::render
