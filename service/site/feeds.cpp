#include "site/feeds.h"

#include <chrono>
#include <map>
#include <utility>
#include <vector>

#include "render/feed.h"

namespace toolkitd::site {
namespace {

using base::Instant;
using render::FeedScope;
using render::Validity;

// By the instant at which they are rendered, so that those of one instant share what is known of it.
using Plan = std::map<Instant, std::vector<std::pair<FeedScope, Validity>>>;

void add(FeedScope scope, const std::vector<Instant>& instants, Plan& plan) {
    Validity span;
    for (const Instant at : instants) {
        span.until = at;
        plan[span.from.value_or(at - std::chrono::seconds{1})].emplace_back(scope, span);
        span.from = at;
    }
    plan[span.from.value_or(base::kEarliest)].emplace_back(scope, Validity{span.from, std::nullopt});
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
            for (const auto& [scope, span] : feeds) {
                for (auto& page : render::feed_pages(view, scope)) take(std::move(page), span);
            }
        }
    }
}

}  // namespace toolkitd::site
