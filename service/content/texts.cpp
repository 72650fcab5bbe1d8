#include "content/texts.h"

#include <algorithm>
#include <string_view>

namespace toolkitd::content {

void add_link(std::vector<domain::Link>& links, domain::Link link) {
    const auto taken = [&links](const std::string& id) {
        return std::any_of(links.begin(), links.end(), [&id](const domain::Link& each) { return each.id == id; });
    };
    const auto id = link.id;
    auto number =
        std::count_if(links.begin(), links.end(), [&id](const domain::Link& each) { return each.id.starts_with(id); });
    while (taken(link.id)) link.id = id + '-' + std::to_string(++number);
    links.push_back(std::move(link));
}

void append(domain::Text& text, const domain::Text& more) {
    const auto join = [](std::string& to, const std::string& from, std::string_view between) {
        if (!to.empty() && !from.empty()) to += between;
        to += from;
    };
    join(text.markdown, more.markdown, "\n\n");
    join(text.html, more.html, "\n");
    join(text.plain, more.plain, "\n\n");
    for (const auto& link : more.links) add_link(text.links, link);
}

}  // namespace toolkitd::content
