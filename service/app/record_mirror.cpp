#include "app/record_mirror.h"

#include <chrono>
#include <utility>

#include "app/add_codings.h"

namespace toolkitd::app {

base::Result<MirrorOfContent, LoadFailure> record_mirror(const Settings& settings, const base::Clock& clock,
                                                         const ReadFiles& read) {
    const auto now = std::chrono::floor<std::chrono::seconds>(clock.now());
    auto snapshot = load_site(settings, false, now, read);
    if (!snapshot) return tl::unexpected(std::move(snapshot.error()));
    const auto whole = with_all_codings(std::move(*snapshot), labeller(settings), {});
    return MirrorOfContent{mirror::record(whole, {settings.cache, settings.public_url}),
                           whole->catalogue().publisher.zone};
}

}  // namespace toolkitd::app
