#include "render/embedded.h"

#include <array>
#include <regex>

#include "render/real_catalogue.h"

namespace toolkitd::testing {
namespace {

struct Tag {
    std::string name;
    bool closes = false;
    std::size_t begin = 0;
    std::size_t end = 0;
};

bool is_void(const std::string& name) {
    static constexpr std::array<std::string_view, 4> kVoid{"br", "hr", "link", "meta"};
    return std::find(kVoid.begin(), kVoid.end(), name) != kVoid.end();
}

std::vector<Tag> tags_of(const std::string& html) {
    static const std::regex kTag(R"(<(/?)([a-z][a-z0-9]*)[^>]*>)");
    std::vector<Tag> tags;
    for (std::sregex_iterator at(html.begin(), html.end(), kTag), end; at != end; ++at) {
        const auto begin = static_cast<std::size_t>(at->position());
        tags.push_back({(*at)[2], (*at)[1].length() > 0, begin, begin + static_cast<std::size_t>(at->length())});
    }
    return tags;
}

std::string replaced(std::string text, std::string_view what, std::string_view by) {
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size())) {
        text.replace(at, what.size(), by);
    }
    return text;
}

}  // namespace

Rendered real_embeds(std::string_view instant, render::Language language) {
    return {real_catalogue(), instant, {{}, "t-visa-final-rule-2024", false}, language};
}

std::string part(const std::string& html, const std::string& name) {
    const auto class_at = html.find("class=\"" + name + "\"");
    if (class_at == std::string::npos) return {};
    const auto begin = html.rfind('<', class_at);
    int depth = 0;
    for (const Tag& tag : tags_of(html.substr(begin))) {
        if (is_void(tag.name)) continue;
        depth += tag.closes ? -1 : 1;
        if (depth == 0) return html.substr(begin, tag.end);
    }
    return {};
}

std::string read_aloud(const std::string& html) {
    std::string text = std::regex_replace(html, std::regex("<[^>]*>"), "");
    for (const auto& [written, read] :
         {std::pair{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&amp;", "&"}}) {
        text = replaced(text, written, read);
    }
    text = std::regex_replace(text, std::regex("\\s+"), " ");
    return std::regex_replace(text, std::regex("^ | $"), "");
}

std::vector<std::string> headings(const std::string& html) {
    static const std::regex kHeading("<(h[1-6])[^>]*>(.*?)</h[1-6]>");
    std::vector<std::string> found;
    for (std::sregex_iterator at(html.begin(), html.end(), kHeading), end; at != end; ++at) {
        found.push_back((*at)[1].str() + " " + read_aloud((*at)[2]));
    }
    return found;
}

std::string nesting_fault(const std::string& html) {
    std::vector<std::string> open;
    for (const Tag& tag : tags_of(html)) {
        if (is_void(tag.name)) continue;
        if (!tag.closes) {
            open.push_back(tag.name);
        } else if (open.empty() || open.back() != tag.name) {
            return "</" + tag.name + "> closes " + (open.empty() ? "nothing" : "<" + open.back() + ">");
        } else {
            open.pop_back();
        }
    }
    return open.empty() ? "" : "<" + open.back() + "> is not closed";
}

}  // namespace toolkitd::testing
