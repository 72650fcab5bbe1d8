// How an embed may be asked for, and how a choice names its page.
//
// Plain values; pure functions, safe to call from any thread.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace toolkitd::render {

enum class EmbedForm {
    page,      // a whole page, for a frame
    fragment,  // for a portal that includes it in a page of its own
};

// Views of what the chooser keeps alive. Each has a default, which is not written in the page's path.
struct EmbedChoice {
    std::string_view heading = "2";   // the level of the fragment's first heading; pages have 2
    std::string_view sections;        // the id of the one section that is wanted; empty: all
    std::string_view theme = "auto";  // of a page; a fragment has none

    bool operator==(const EmbedChoice&) const = default;
};

struct EmbedParameter {
    std::string_view name;
    std::string_view EmbedChoice::* value;
    std::span<const std::string_view> allowed;  // empty: what the toolkit has
};

// The values of `heading` and of `theme`.
std::span<const std::string_view> headings();
std::span<const std::string_view> themes();

// The parameters of a form, in the order in which they stand in a path.
std::span<const EmbedParameter> parameters_of(EmbedForm form);

// "/embed/lereporting", "/embed/lereporting/fragment"
std::string embed_path(EmbedForm form, std::string_view toolkit);

// The path of the page for a choice: "/embed/lereporting/fragment?heading=3&sections=target-audience".
std::string chosen_path(std::string_view path, EmbedForm form, const EmbedChoice& choice);

}  // namespace toolkitd::render
