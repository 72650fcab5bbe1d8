// What an entry of a feed holds for the people who read it: its text, and below it, for readers of feeds show nothing
// of the rest, where survivors find help and the terms of republication.
//
// Pure functions, safe to call from any thread.
#pragma once

#include <optional>
#include <string>

#include "domain/catalogue.h"
#include "render/feed_entry.h"
#include "render/view.h"

namespace toolkitd::render {

// What stands below every entry, in the publisher's words and language.
struct FeedNotice {
    std::string language;
    std::string help;  // plain text
    std::optional<domain::Hotline> hotline;
    std::string terms;  // plain text
};

FeedNotice feed_notice(const domain::Catalogue& catalogue);

// The help on one line, with the hotline: "If you are ... for assistance. CAST’s hotline for survivors: 1-888-539-2373"
std::string help_line(const FeedNotice& notice);

// As plain text: paragraphs, and a list whose items begin with a bullet, so that they can be told apart where line
// breaks are lost.
std::string feed_text(const FeedEntry& entry, const FeedNotice& notice);

// The same as HTML, with a link that dials.
std::string feed_html(const FeedEntry& entry, const FeedNotice& notice);

// The address of a page for people that shows the toolkit and the status of its rule, whole wherever it can be: the
// embed page where the service knows its own address, else the publisher's page. Without a toolkit that of the first
// one shown that follows the rule, or of the first one; empty where none is shown.
std::string page_for_people(const View& view, FeedScope scope, const domain::Regulation* regulation = nullptr);

}  // namespace toolkitd::render
