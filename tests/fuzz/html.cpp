#include "fuzz/html.h"

#include <algorithm>
#include <set>

#include "fuzz/property.h"

namespace toolkitd::fuzz {
namespace {

constexpr std::string_view kLeftOut = "<!-- raw HTML omitted -->";

const std::set<std::string>& void_names() {
    static const std::set<std::string> kNames{"br", "hr", "img"};
    return kNames;
}

const std::set<std::string>& names() {
    static const std::set<std::string> kNames{"a",  "blockquote", "br", "code", "em", "h1", "h2",  "h3",     "h4", "h5",
                                              "h6", "hr",         "li", "img",  "ol", "p",  "pre", "strong", "ul"};
    return kNames;
}

const std::set<std::string>& attributes() {
    static const std::set<std::string> kAttributes{"href", "src", "alt", "title", "class", "start"};
    return kAttributes;
}

// ` name="value"`, as often as it comes, and perhaps ` /` behind.
void read_attributes(std::string_view rest, Tag& tag) {
    while (!rest.empty() && rest != " /") {
        const auto equals = rest.find("=\"");
        require(rest.front() == ' ' && equals != std::string_view::npos, "a tag holds attributes alone");
        const std::string name(rest.substr(1, equals - 1));
        const auto end = rest.find('"', equals + 2);
        require(end != std::string_view::npos, "an attribute's value ends");
        require(attributes().contains(name), "no attribute stands there but those that Markdown gives");
        if (name == "href" || name == "src") tag.addresses.emplace_back(rest.substr(equals + 2, end - equals - 2));
        rest.remove_prefix(end + 1);
    }
}

Tag read_tag(std::string_view inner) {
    const auto end = std::min(inner.find(' '), inner.size());
    Tag tag{std::string(inner.substr(0, end)), {}};
    const bool closes = tag.name.starts_with('/');
    require(names().contains(tag.name.substr(closes ? 1 : 0)), "no tag stands there but those that Markdown makes");
    read_attributes(inner.substr(end), tag);
    return tag;
}

void nest(const std::string& name, std::vector<std::string>& open) {
    if (void_names().contains(name)) return;
    if (!name.starts_with('/')) return open.push_back(name);
    require(!open.empty() && open.back() == name.substr(1), "tags are nested");
    open.pop_back();
}

}  // namespace

std::vector<Tag> tags_of(std::string_view html) {
    std::vector<Tag> tags;
    std::vector<std::string> open;
    for (auto at = html.find('<'); at != std::string_view::npos; at = html.find('<')) {
        html.remove_prefix(at);
        if (html.starts_with(kLeftOut)) {
            tags.push_back({"!--", {}});
            html.remove_prefix(kLeftOut.size());
            continue;
        }
        const auto end = html.find('>');
        require(end != std::string_view::npos, "a tag ends");
        tags.push_back(read_tag(html.substr(1, end - 1)));
        nest(tags.back().name, open);
        html.remove_prefix(end + 1);
    }
    require(open.empty(), "every tag that is opened is closed");
    return tags;
}

}  // namespace toolkitd::fuzz
