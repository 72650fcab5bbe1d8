#include "site/feeds.h"

#include <algorithm>
#include <chrono>
#include <future>
#include <map>
#include <memory>
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

using Planned = std::pair<FeedScope, Validity>;

// By the instant at which they are rendered, so that those of one instant share what is known of it.
using Plan = std::map<Instant, std::vector<Planned>>;

constexpr std::size_t kAtOnce = 1024;
constexpr std::size_t kWorthAThread = 64;

void add(FeedScope scope, const std::vector<Instant>& instants, Plan& plan) {
    Validity span;
    for (const Instant at : instants) {
        span.until = at;
        plan[span.from.value_or(at - std::chrono::seconds{1})].emplace_back(scope, span);
        span.from = at;
    }
    plan[span.from.value_or(base::kEarliest)].emplace_back(scope, Validity{span.from, std::nullopt});
}

using Pages = std::vector<std::vector<render::Page>>;

Pages rendered(const render::Feeds& all, std::span<const Planned> feeds) {
    Pages pages(feeds.size());
    base::in_parallel(feeds.size(), [&](std::size_t i, std::size_t) { pages[i] = all.pages(feeds[i].first); });
    return pages;
}

// Some are rendered while those before them are taken.
class Pipeline {
public:
    explicit Pipeline(const Take& take) : take_(take) {}

    void add(const std::shared_ptr<const render::Feeds>& all, std::span<const Planned> some) {
        auto next = base::begun(some.size() >= kWorthAThread, [all, some] { return rendered(*all, some); });
        end();
        feeds_ = some;
        coming_ = std::move(next);
    }

    void end() {
        if (!coming_.valid()) return;
        auto pages = coming_.get();
        for (std::size_t i = 0; i < pages.size(); ++i) {
            for (auto& page : pages[i]) take_(std::move(page), feeds_[i].second);
        }
    }

private:
    const Take& take_;
    std::span<const Planned> feeds_;
    std::future<Pages> coming_;
};

}  // namespace

void render_feeds(const domain::Catalogue& catalogue, const render::Options& options, const base::Progress& progress,
                  const Take& take) {
    Plan plan;
    add(nullptr, render::feed_instants(catalogue, nullptr), plan);
    for (const auto& toolkit : catalogue.toolkits) add(&toolkit, render::feed_instants(catalogue, &toolkit), plan);
    Pipeline pipeline(take);
    std::size_t done = 0;
    for (const auto& [instant, feeds] : plan) {
        for (const auto language : render::kLanguages) {
            progress("rendering the feeds", done++, plan.size() * render::kLanguages.size());
            const auto all = std::make_shared<const render::Feeds>(render::View(catalogue, instant, options, language));
            for (std::size_t i = 0; i < feeds.size(); i += kAtOnce) {
                pipeline.add(all, std::span(feeds).subspan(i, std::min(kAtOnce, feeds.size() - i)));
            }
        }
    }
    pipeline.end();
}

}  // namespace toolkitd::site
