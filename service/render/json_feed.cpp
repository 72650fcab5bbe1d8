#include <nlohmann/json.hpp>

#include "render/envelope.h"
#include "render/feed.h"

namespace toolkitd::render {
namespace {

Json item(const FeedEntry& entry, const FeedNotice& notice, Language language) {
    const std::string at = base::rfc3339(entry.at);
    Json item = {{"id", entry.id},
                 {"url", entry.url},
                 {"title", entry.title},
                 {"content_html", feed_html(entry, notice)},
                 {"content_text", feed_text(entry, notice)},
                 {"date_published", at},
                 {"date_modified", at},
                 {"tags", Json::array({word(entry.told)})},
                 {"language", tag_of(language)}};
    if (entry.due) item["_planned_for"] = base::rfc3339(*entry.due);
    return item;
}

// Names of what JSON Feed does not know begin with an underscore.
std::string ending(const Page& page, const Ending& ending) { return ",\"_meta\":" + meta_json(page, ending) + "}\n"; }

}  // namespace

Page json_feed(const View& view, const Feed& feed, const WrittenJson& rights_and_audience) {
    Json body = {{"version", "https://jsonfeed.org/version/1.1"}, {"title", feed.title}};
    if (!feed.home.empty()) body["home_page_url"] = feed.home;
    body["feed_url"] = feed_url(view, feed.scope, "json", view.language());
    body["description"] = feed.subtitle;
    body["language"] = tag_of(view.language());
    body["authors"] = Json::array({{{"name", kFeedAuthor}}});
    body["items"] = Json::array();
    for (const auto& entry : feed.entries) body["items"].push_back(item(entry, feed.notice, view.language()));
    const Json links = {{"atom", feed_url(view, feed.scope, "atom", view.language())}};
    Page page;
    page.path = feed_path(feed.scope, "json");
    page.canonical = view.url(page.path);
    page.language = view.catalogue().publisher.language;
    page.words = view.language();
    std::string text = body.dump();
    text.back() = ',';
    text.append(rights_and_audience).append(R"(,"_links":)").append(links.dump());
    page.body = std::make_shared<const std::string>(std::move(text));
    page.media_type = "application/feed+json";
    page.ending = ending;
    return page;
}

}  // namespace toolkitd::render
