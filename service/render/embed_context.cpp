#include "render/embed_context.h"

#include <algorithm>

#include "render/listing.h"

namespace toolkitd::render {
namespace {

// What is written on the links without an address, each once.
std::vector<std::string_view> words_of_missing(const std::vector<domain::Link>& links) {
    std::vector<std::string_view> words;
    for (const auto& link : links) {
        if (!link.href && std::find(words.begin(), words.end(), link.text) == words.end()) words.push_back(link.text);
    }
    return words;
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
    Html list;
    for (const auto words : words_of_missing(links)) {
        list.append(list.empty() ? "" : ", ").append(this->words("quoted", {{"words", text(words, language)}}));
    }
    if (list.empty()) return {};
    const auto count = std::count_if(links.begin(), links.end(), [](const auto& link) { return !link.href; });
    return "<p class=\"ct-missing\">" +
           words(count == 1 ? "missing_link" : "missing_links", {{"words", list}, {"page", original_page(canonical)}}) +
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
