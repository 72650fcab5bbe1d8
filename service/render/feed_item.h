// What a feed tells of: the items of one toolkit, or of all, each with the time in which it is shown and its revisions.
//
// Plain values, which refer to the catalogue; pure functions, safe to call from any thread.
#pragma once

#include <string>
#include <vector>

#include "base/instant.h"
#include "domain/catalogue.h"

namespace toolkitd::render {

// A null toolkit stands for all of them.
using FeedScope = const domain::Toolkit*;

struct FeedItem {
    std::string kind;  // "section"
    std::string id;    // of its kind: "lereporting/target-audience"
    std::string title;
    std::string url;  // the publisher's page, where one is known
    const domain::Window* window = nullptr;
    const domain::Window* around = nullptr;  // of the toolkit that holds a section
    const std::vector<domain::Revision>* revisions = nullptr;
    const domain::Withdrawal* withdrawn = nullptr;

    bool is_shown(base::Instant instant) const {
        return (!window || window->holds(instant)) && (!around || around->holds(instant));
    }
};

// The terms first, then the rules, then the toolkits with what is in them.
std::vector<FeedItem> feed_items(const domain::Catalogue& catalogue, FeedScope scope);

// The rules that a feed tells the history of.
std::vector<const domain::Regulation*> feed_regulations(const domain::Catalogue& catalogue, FeedScope scope);

}  // namespace toolkitd::render
