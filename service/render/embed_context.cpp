#include "render/embed_context.h"

#include <algorithm>

#include "render/listing.h"

namespace toolkitd::render {
namespace {

bool is_missing(const domain::Link& link) { return !link.href; }
bool is_supplied(const domain::Link& link) { return link.href && link.provenance == domain::Provenance::service; }

// What is written on the links of that kind, each once, in quotes.
Html quoted_words(const EmbedContext& context, const std::vector<domain::Link>& links,
                  bool (*is_meant)(const domain::Link&), std::string_view language) {
    std::vector<std::string_view> words;
    Html list;
    for (const auto& link : links) {
        if (!is_meant(link) || std::find(words.begin(), words.end(), link.text) != words.end()) continue;
        words.push_back(link.text);
        list.append(list.empty() ? "" : ", ");
        list.append(context.words("quoted", {{"words", context.text(link.text, language)}}));
    }
    return list;
}

}  // namespace

Html EmbedContext::words(const std::string& name, MessageArguments arguments) const {
    return message(language(), "embed." + name, arguments);
}

Html EmbedContext::text(std::string_view text, std::string_view language) const {
    return text_in(text, language, view.language());
}

Html EmbedContext::prose(const domain::Text& prose, std::string_view language) const {
    if (prose.html.empty()) return {};
    return "<div class=\"ct-text\"" + lang_attribute(language, view.language()) + ">\n" +
           fitted(prose.html, form, heading + 1) + "</div>\n";
}

Html EmbedContext::missing_links(const std::vector<domain::Link>& links, std::string_view language,
                                 std::string_view canonical) const {
    const Html list = quoted_words(*this, links, is_missing, language);
    if (list.empty()) return {};
    const auto count = std::count_if(links.begin(), links.end(), is_missing);
    return "<p class=\"ct-missing\">" +
           words(count == 1 ? "missing_link" : "missing_links", {{"words", list}, {"page", original_page(canonical)}}) +
           "</p>\n";
}

Html EmbedContext::supplied_links(const std::vector<domain::Link>& links, std::string_view language) const {
    const Html list = quoted_words(*this, links, is_supplied, language);
    if (list.empty()) return {};
    const auto count = std::count_if(links.begin(), links.end(), is_supplied);
    const auto& publisher = view.catalogue().publisher;
    return "<p class=\"ct-supplied\">" +
           words(count == 1 ? "supplied_link" : "supplied_links",
                 {{"words", list}, {"publisher", text(publisher.name, publisher.language)}}) +
           "</p>\n";
}

Html EmbedContext::original_page(std::string_view canonical) const {
    const auto& publisher = view.catalogue().publisher;
    return link_to(canonical, words("original_page", {{"publisher", text(publisher.name, publisher.language)}}));
}

Html EmbedContext::heading_of(const Html& words, std::string_view attribute) const {
    const std::string name = "h" + std::to_string(heading);
    return "<" + name + " class=\"ct-heading\"" + std::string(attribute) + ">" + words + "</" + name + ">\n";
}

std::string EmbedContext::id(std::string_view part) const { return "ct-" + toolkit.id + "--" + std::string(part); }

}  // namespace toolkitd::render
