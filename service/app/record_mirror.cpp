#include "app/record_mirror.h"

#include <chrono>
#include <utility>

#include "app/add_codings.h"
#include "domain/embargo.h"

namespace toolkitd::app {

base::Result<MirrorOfContent, LoadFailure> record_mirror(const Settings& settings, const base::Clock& clock,
                                                         const ReadFiles& read) {
    const auto now = std::chrono::floor<std::chrono::seconds>(clock.now());
    auto snapshot = load_site(settings, false, now, read, base::untold, {.shows_planned = true});
    if (!snapshot) return tl::unexpected(std::move(snapshot.error()));
    const auto whole = with_all_codings(std::move(*snapshot), labeller(settings), {});
    const auto embargoes = domain::embargo_instants(whole->catalogue());
    return MirrorOfContent{mirror::record(whole, {settings.cache, settings.public_url}),
                           whole->catalogue().publisher.zone, !embargoes.empty() && embargoes.back() > now};
}

}  // namespace toolkitd::app
