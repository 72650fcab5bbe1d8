#include "site/feeds.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <span>
#include <utility>
#include <vector>

#include "base/in_parallel.h"
#include "render/feed.h"

namespace toolkitd::site {
namespace {

using base::Instant;
using render::FeedScope;
using render::Validity;

using Take = std::function<void(render::Page page, const Validity& validity)>;
using Planned = std::pair<FeedScope, Validity>;

// By the instant at which they are rendered, so that those of one instant share what is known of it.
using Plan = std::map<Instant, std::vector<Planned>>;

constexpr std::size_t kAtOnce = 1024;

void add(FeedScope scope, const std::vector<Instant>& instants, Plan& plan) {
    Validity span;
    for (const Instant at : instants) {
        span.until = at;
        plan[span.from.value_or(at - std::chrono::seconds{1})].emplace_back(scope, span);
        span.from = at;
    }
    plan[span.from.value_or(base::kEarliest)].emplace_back(scope, Validity{span.from, std::nullopt});
}

void render_some(const render::View& view, std::span<const Planned> feeds, const Take& take) {
    std::vector<std::vector<render::Page>> pages(feeds.size());
    base::in_parallel(feeds.size(),
                      [&](std::size_t i, std::size_t) { pages[i] = render::feed_pages(view, feeds[i].first); });
    for (std::size_t i = 0; i < feeds.size(); ++i) {
        for (auto& page : pages[i]) take(std::move(page), feeds[i].second);
    }
}

}  // namespace

void render_feeds(const domain::Catalogue& catalogue, const render::Options& options,
                  const std::function<void(render::Page page, const Validity& validity)>& take) {
    Plan plan;
    add(nullptr, render::feed_instants(catalogue, nullptr), plan);
    for (const auto& toolkit : catalogue.toolkits) add(&toolkit, render::feed_instants(catalogue, &toolkit), plan);
    for (const auto& [instant, feeds] : plan) {
        for (const auto language : render::kLanguages) {
            const render::View view(catalogue, instant, options, language);
            for (std::size_t i = 0; i < feeds.size(); i += kAtOnce) {
                render_some(view, std::span(feeds).subspan(i, std::min(kAtOnce, feeds.size() - i)), take);
            }
        }
    }
}

}  // namespace toolkitd::site
