#include <algorithm>
#include <string>

#include "content/address.h"
#include "content/markdown.h"
#include "fuzz/html.h"
#include "fuzz/naive.h"
#include "fuzz/property.h"
#include "fuzz/targets.h"

namespace toolkitd::fuzz {
namespace {

using content::Diagnostics;
using content::Report;
using content::TextFile;
using domain::Text;

const std::vector<content::LinkTarget>& link_targets() {
    static const std::vector<content::LinkTarget> kTargets{{"guide", "https://example.org/guide?a=1&b='2'", {1, 1}},
                                                           {"later", std::nullopt, {1, 1}}};
    return kTargets;
}

Text render(const TextFile& file, Diagnostics& faults) {
    return content::render_prose({file.text(), 1, link_targets()}, Report(file, faults));
}

void check_faults(const Diagnostics& faults, int lines) {
    for (const auto& fault : faults) {
        require(fault.line >= 1 && fault.line <= lines && fault.column >= 1, "a fault has its place in the text");
        require(!fault.message.empty() && !fault.rule.empty(), "a fault says what is wrong");
    }
}

bool is_served(const Diagnostics& faults) {
    return std::all_of(faults.begin(), faults.end(), [](const auto& fault) { return fault.rule == "unused-link"; });
}

// What holds for a text that is served, because nothing in it is a fault.
void check_served(const Text& text, const std::vector<Tag>& tags) {
    for (const auto& [name, addresses] : tags) {
        for (const char* never : {"!--", "img", "pre", "h1", "h2"}) {
            require(name != never, "what is a fault is not in a text without faults");
        }
        for (const auto& address : addresses) {
            const bool known = address.starts_with("https://") || address.starts_with("http://") ||
                               address.starts_with("mailto:") || address.starts_with("tel:");
            require(known, "a link leads to the web, to mail or to a telephone");
        }
    }
    for (const auto& link : text.links) {
        require(!link.href || content::is_address(*link.href), "a link's address is one that a link may have");
        require(link.id != "later" || !link.href, "a link without an address has none");
    }
    for (const auto& form : {text.markdown, text.html, text.plain}) {
        require(!content::find_invalid_utf8(form), "every form is UTF-8");
        require(!form.ends_with('\n'), "no form ends in a line feed");
    }
    require(!content::find_control_character(text.plain), "the plain text holds no control characters");
}

}  // namespace

void markdown(std::string_view input) {
    const TextFile file({"text.md", std::string(input)});
    if (content::find_invalid_utf8(file.text()) || content::find_control_character(file.text())) return;
    Diagnostics faults;
    const Text text = render(file, faults);
    check_faults(faults, static_cast<int>(count(file.text(), "\n")) + 1);
    const auto tags = tags_of(text.html);
    require(lower(text.html).find("<script") == std::string::npos, "HTML holds no script");
    if (is_served(faults)) check_served(text, tags);
    Diagnostics more;
    const Text again = render(file, more);
    require(again.html == text.html && again.plain == text.plain && again.markdown == text.markdown,
            "the same text is rendered the same each time");
    require(more.size() == faults.size(), "the same text has the same faults each time");
}

}  // namespace toolkitd::fuzz
