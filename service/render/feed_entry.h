// What a feed says, entry by entry, as it is known at one instant.
//
// Plain values; pure functions, safe to call from any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.h"
#include "render/feed_item.h"
#include "render/view.h"

namespace toolkitd::render {

enum class Told { planned, event, status, published, withdrawn, revised };

std::string_view word(Told told);

struct FeedEntry {
    Told told = Told::event;
    std::string id;                    // a URN, the same wherever and whenever the entry is written
    base::Instant at;                  // since when it is known
    std::optional<base::Instant> due;  // of what is planned
    std::string title;
    std::string text;               // one paragraph
    std::vector<std::string> list;  // that stands below it
    std::string url;                // a page for people
};

// Longer feeds are cut at their old end.
inline constexpr std::size_t kMostEntries = 50;

// What is planned, the next first; then what has happened, the newest first. What is not shown at the instant is not
// told of: that something is to be published is known to nobody before it is.
std::vector<FeedEntry> feed_entries(const View& view, FeedScope scope);

// When the newest entry became known. Without entries the first revision that the content records, which is the same
// whenever the content was loaded, and the beginning of Unix time where it records none.
base::Instant feed_updated(const View& view, const std::vector<FeedEntry>& entries);

// Every instant at which the entries may change; ascending, each once.
std::vector<base::Instant> feed_instants(const domain::Catalogue& catalogue, FeedScope scope);

// The id of what a name stands for: a UUID of version 8 (RFC 9562 section 5.8) made of the publisher, the name and the
// language.
std::string feed_id(const View& view, std::string_view name);

// For feed_entries.
void add_rule_entries(const View& view, FeedScope scope, std::vector<FeedEntry>& entries);
void add_item_entries(const View& view, FeedScope scope, std::vector<FeedEntry>& entries);

}  // namespace toolkitd::render
