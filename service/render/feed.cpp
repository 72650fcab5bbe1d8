#include "render/feed.h"

#include <nlohmann/json.hpp>

#include "render/messages.h"
#include "render/rights.h"
#include "render/values.h"
#include "render/withdrawn.h"

namespace toolkitd::render {
namespace {

constexpr std::string_view kFormats[] = {"json", "atom"};

std::string feed_path(std::string_view toolkit, std::string_view format) {
    const std::string folder = toolkit.empty() ? "/v1" : "/v1/toolkits/" + std::string(toolkit);
    return folder + "/feed." + std::string(format);
}

std::string home_of(const View& view, FeedScope scope) {
    const auto& publisher = view.catalogue().publisher.url;
    return !scope && publisher ? *publisher : page_for_people(view, scope);
}

Feed feed_of(const View& view, FeedScope scope) {
    const auto& catalogue = view.catalogue();
    FeedNotice notice = feed_notice(catalogue);
    const std::string& about = scope ? scope->title : catalogue.publisher.name;
    Feed feed{.scope = scope,
              .id = feed_id(view, "feed/" + (scope ? scope->id : std::string())),
              .title = message(view.language(), "feed.title", {{"about", about}}),
              .subtitle = help_line(notice),
              .home = home_of(view, scope),
              .source = scope ? scope->canonical_url : catalogue.publisher.url.value_or(""),
              .updated = {},
              .entries = feed_entries(view, scope),
              .notice = std::move(notice)};
    feed.updated = feed_updated(view, feed.entries);
    return feed;
}

}  // namespace

std::string feed_path(FeedScope scope, std::string_view format) {
    return feed_path(scope ? std::string_view(scope->id) : std::string_view(), format);
}

std::string feed_url(const View& view, FeedScope scope, std::string_view format, Language language) {
    const std::string url = view.url(feed_path(scope, format));
    return language == kUsualLanguage ? url : url + "?lang=" + std::string(tag_of(language));
}

Feeds::Feeds(View view)
    : view_(std::move(view)),
      rights_and_audience_(R"("_rights":)" + rights_notice(view_).dump() + R"(,"_audience":)" +
                           audience(view_).dump()) {}

std::vector<Page> Feeds::pages(FeedScope scope) const {
    if (scope && !scope->window.holds(view_.instant())) return withdrawn_feed_pages(view_, *scope);
    const Feed feed = feed_of(view_, scope);
    return {json_feed(view_, feed, rights_and_audience_), atom_feed(view_, feed)};
}

Json feed_links(const View& view, FeedScope scope) {
    return {{"feed", view.url(feed_path(scope, "json"))}, {"feed_atom", view.url(feed_path(scope, "atom"))}};
}

std::vector<std::pair<std::string, std::string>> former_feed_paths(const View& view) {
    std::vector<std::pair<std::string, std::string>> paths;
    for (const auto* toolkit : view.toolkits()) {
        for (const auto& former : toolkit->former_ids) {
            for (const auto format : kFormats) {
                paths.emplace_back(feed_path(former, format), feed_path(toolkit->id, format));
            }
        }
    }
    return paths;
}

}  // namespace toolkitd::render
