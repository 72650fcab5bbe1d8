// What the parts of an embed are written for, and what they have in common.
//
// Plain values, for the presenters of this folder; refers to the view and the toolkit. Safe to read from any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/catalogue.h"
#include "render/markup.h"
#include "render/messages.h"
#include "render/view.h"

namespace toolkitd::render {

struct EmbedContext {
    const View& view;
    const domain::Toolkit& toolkit;
    EmbedForm form = EmbedForm::page;
    int heading = 2;  // the level of a part's heading

    // The service's own words: the message of that name. Its arguments are HTML.
    Html words(const std::string& name, MessageArguments arguments = {}) const;

    // A text of the content's, in its own language.
    Html text(std::string_view text, std::string_view language) const;

    // Prose of the content's, word for word; nothing where there is none.
    Html prose(const domain::Text& prose, std::string_view language) const;

    // Where the links lead that are words alone here, for want of an address; nothing where every link has one.
    Html missing_links(const std::vector<domain::Link>& links, std::string_view language,
                       std::string_view canonical) const;

    // That the service supplied links to the publisher's words; nothing where it did not.
    Html supplied_links(const std::vector<domain::Link>& links, std::string_view language) const;

    // The way to a page of the publisher's.
    Html original_page(std::string_view canonical) const;

    Html heading_of(const Html& words, std::string_view attribute = {}) const;

    // Unlike any other of the page that the embed gets into. An id of the content's has no two hyphens in a row.
    std::string id(std::string_view part) const;

    Html link_to(std::string_view href, const Html& words) const { return link(href, words, form); }
    Language language() const { return view.language(); }
    const std::string& publishers_language() const { return view.catalogue().publisher.language; }
};

}  // namespace toolkitd::render
