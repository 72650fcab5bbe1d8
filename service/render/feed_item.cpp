#include "render/feed_item.h"

#include <algorithm>
#include <tuple>

namespace toolkitd::render {
namespace {

using domain::Catalogue;
using domain::Toolkit;

template <typename Item>
std::vector<const Item*> pointers_to(const std::vector<Item>& items) {
    std::vector<const Item*> all;
    for (const Item& item : items) all.push_back(&item);
    return all;
}

class Items {
public:
    Items(const Catalogue& catalogue, FeedScope scope) : catalogue_(catalogue), scope_(scope) {}

    std::vector<FeedItem> all() {
        add_terms();
        for (const auto* regulation : feed_regulations(catalogue_, scope_)) {
            add("regulation", *regulation, regulation->short_title, page());
        }
        for (const auto& notice : catalogue_.notices) {
            if (!scope_ || is_of(notice, *scope_)) add("notice", notice, {}, page());
        }
        for (const auto* toolkit : toolkits()) add_toolkit(*toolkit);
        for (const auto* resource : resources()) {
            add("resource", *resource, resource->title, resource->href.value_or(page()));
        }
        return std::move(items_);
    }

private:
    std::string page() const { return scope_ ? scope_->canonical_url : std::string(); }

    static bool is_of(const domain::Notice& notice, const Toolkit& toolkit) {
        const auto& named = notice.toolkits;
        return notice.regulation == toolkit.regulation &&
               (named.empty() || std::find(named.begin(), named.end(), toolkit.id) != named.end());
    }

    std::vector<const Toolkit*> toolkits() const {
        return scope_ ? std::vector{scope_} : pointers_to(catalogue_.toolkits);
    }

    // In the order of the catalogue, whatever that of the toolkit is.
    std::vector<const domain::Resource*> resources() const {
        if (!scope_) return pointers_to(catalogue_.resources);
        std::vector<const domain::Resource*> listed;
        for (const auto& id : scope_->resources) {
            if (const auto* resource = domain::find_resource(catalogue_, id)) listed.push_back(resource);
        }
        std::sort(listed.begin(), listed.end());
        listed.erase(std::unique(listed.begin(), listed.end()), listed.end());
        return listed;
    }

    void add_terms() {
        const auto& [publisher, rights, audience] =
            std::tie(catalogue_.publisher, catalogue_.rights, catalogue_.audience);
        items_.push_back({.kind = "publisher",
                          .id = publisher.id,
                          .title = publisher.full_name,
                          .url = publisher.url.value_or(page()),
                          .revisions = &publisher.revisions});
        items_.push_back({.kind = "rights",
                          .id = rights.id,
                          .title = rights.title,
                          .url = rights.canonical_url.value_or(page()),
                          .revisions = &rights.revisions});
        items_.push_back({.kind = "audience",
                          .id = {},
                          .title = {},
                          .url = audience.canonical_url.value_or(page()),
                          .revisions = &audience.revisions});
    }

    void add_toolkit(const Toolkit& toolkit) {
        add("toolkit", toolkit, toolkit.title, toolkit.canonical_url);
        for (const auto& section : toolkit.sections) {
            add("section", section, section.title, toolkit.canonical_url);
            items_.back().id = toolkit.id + "/" + section.id;
            items_.back().around = &toolkit.window;
        }
    }

    template <typename Item>
    void add(const char* kind, const Item& item, const std::string& title, const std::string& url) {
        items_.push_back({.kind = kind,
                          .id = item.id,
                          .title = title,
                          .url = url,
                          .window = &item.window,
                          .revisions = &item.revisions});
        if constexpr (requires { item.withdrawn; }) {
            if (item.withdrawn) items_.back().withdrawn = &*item.withdrawn;
        }
    }

    const Catalogue& catalogue_;
    FeedScope scope_;
    std::vector<FeedItem> items_;
};

}  // namespace

std::vector<FeedItem> feed_items(const Catalogue& catalogue, FeedScope scope) { return Items(catalogue, scope).all(); }

std::vector<const domain::Regulation*> feed_regulations(const Catalogue& catalogue, FeedScope scope) {
    std::vector<const domain::Regulation*> found;
    for (const auto& regulation : catalogue.regulations) {
        if (!scope || scope->regulation == regulation.id) found.push_back(&regulation);
    }
    return found;
}

}  // namespace toolkitd::render
