// Feeds of what changed and what will: JSON Feed 1.1, and Atom (RFC 4287).
//
// Pure functions, safe to call from any thread. Throw nothing but std::bad_alloc.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "render/feed_content.h"
#include "render/feed_entry.h"
#include "render/json.h"
#include "render/page.h"
#include "render/view.h"
#include "render/written.h"

namespace toolkitd::render {

// "/v1/toolkits/lereporting/feed.json", and without a toolkit "/v1/feed.json"
std::string feed_path(FeedScope scope, std::string_view format);

// The feeds as they stand at the instant of a view. They change at instants of their own: see feed_instants.
class Feeds {
public:
    explicit Feeds(View view);

    // A feed in both formats; nothing where its toolkit is not shown.
    std::vector<Page> pages(FeedScope scope) const;

private:
    View view_;
    WrittenJson rights_and_audience_;  // the same in all of them
};

// The paths that the feeds of today's toolkits had before, with today's.
std::vector<std::pair<std::string, std::string>> former_feed_paths(const View& view);

// Whose the sentences are: the service's own, not the publisher's.
inline constexpr std::string_view kFeedAuthor = "toolkitd";

// Where the feeds are, for the links of an envelope.
Json feed_links(const View& view, FeedScope scope);

// What both formats say of a feed. For the presenters of this folder.
struct Feed {
    FeedScope scope = nullptr;
    std::string id;
    std::string title;
    std::string subtitle;  // the publisher's words on whom the content is not for, and where they find help
    std::string home;      // a page for people; empty where none is known
    std::string source;    // the publisher's page; empty where none is known
    base::Instant updated;
    std::vector<FeedEntry> entries;
    FeedNotice notice;
};

// The address of a feed in a format and a language.
std::string feed_url(const View& view, FeedScope scope, std::string_view format, Language language);

Page json_feed(const View& view, const Feed& feed, const WrittenJson& rights_and_audience);
Page atom_feed(const View& view, const Feed& feed);

}  // namespace toolkitd::render
