#include "site/built.h"

#include <chrono>
#include <utility>

#include "render/pages.h"
#include "site/build.h"
#include "site/timeline.h"
#include "support/times.h"

namespace toolkitd::testing {
namespace {

base::Instant beginning(const site::Edition& edition) { return edition.validity.from.value_or(base::kEarliest); }

}  // namespace

std::shared_ptr<const site::Snapshot> built(domain::Catalogue catalogue, const render::Options& options) {
    return site::build(std::move(catalogue), options, {}, at("2026-11-23"), unlabelled);
}

std::string body_at(const site::Snapshot& snapshot, std::string_view path, std::string_view instant) {
    const auto* found = snapshot.find(path, at(instant));
    return std::string(found ? found->body() : "none");
}

std::string text(const render::Validity& validity) { return text(validity.from) + " to " + text(validity.until); }

std::vector<base::Instant> telling_instants(const domain::Catalogue& catalogue) {
    std::set<base::Instant> instants{base::kEarliest, base::kLatest};
    for (const auto& change : site::timeline(catalogue)) {
        for (const int step : {-1, 0, 1}) instants.insert(change.at + std::chrono::seconds{step});
    }
    return {instants.begin(), instants.end()};
}

std::set<std::string> every_path(const site::Snapshot& snapshot, const render::Options& options) {
    std::set<std::string> paths;
    for (const auto& edition : snapshot.editions()) {
        const render::View view(snapshot.catalogue(), beginning(edition), options);
        for (const auto& page : render::pages(view)) paths.insert(page.path);
    }
    return paths;
}

std::vector<Found> everything_in(const site::Snapshot& snapshot, const render::Options& options) {
    std::vector<Found> all;
    for (const auto& path : every_path(snapshot, options)) {
        for (const auto language : render::kLanguages) {
            const site::Representation* last = nullptr;
            for (const auto& edition : snapshot.editions()) {
                const auto* found = snapshot.find(path, beginning(edition), language);
                const bool is_own =
                    language == render::kUsualLanguage || found != snapshot.find(path, beginning(edition));
                if (found && found != last && is_own) all.push_back({path, found});
                last = found;
            }
        }
    }
    return all;
}

}  // namespace toolkitd::testing
