#include "site/finishing.h"

#include <algorithm>
#include <utility>

#include "base/in_parallel.h"
#include "render/pages.h"
#include "site/encode.h"
#include "site/purge_keys.h"

namespace toolkitd::site {
namespace {

constexpr std::size_t kAtOnce = 4096;

// The content's language, and that of the service's own words where it is another.
std::string languages_of(const render::Page& page) {
    const std::string words(tag_of(page.words));
    const bool says_more = page.words != render::kUsualLanguage && words != page.language;
    return says_more ? page.language + ", " + words : page.language;
}

}  // namespace

Finishing::Finishing(const domain::Catalogue& catalogue, const render::Options& options, const Labeller& labeller,
                     std::function<void(Finished)> take)
    : catalogue_(catalogue), options_(options), labeller_(labeller), take_(std::move(take)) {}

void Finishing::add(Run run) {
    waiting_.push_back(std::move(run));
    if (waiting_.size() >= kAtOnce) begin_batch();
}

void Finishing::end() {
    begin_batch();
    hand_over();
}

// One at a time, so that no more pages wait than are worth the thread.
void Finishing::begin_batch() {
    hand_over();
    const auto runs = std::make_shared<std::vector<Run>>(std::exchange(waiting_, {}));
    coming_ = base::begun(runs->size() >= kAtOnce, [this, runs] { return finished(*runs); });
}

void Finishing::hand_over() {
    if (!coming_.valid()) return;
    for (auto& each : coming_.get()) take_(std::move(each));
}

Finishing::Batch Finishing::finished(std::vector<Run>& runs) const {
    Batch batch(runs.size());
    base::in_parallel(runs.size(), [&](std::size_t i, std::size_t) {
        const Run run = std::move(runs[i]);  // its body is let go of here, on this thread
        batch[i] = {run.page.path, run.page.words, made(run), run.forecast};
    });
    return batch;
}

Representation Finishing::made(const Run& run) const {
    const auto& [page, validity, forecast] = run;
    Representation made;
    made.kind = page.kind;
    made.status = page.status;
    made.validity = validity;
    made.last_modified = std::max(validity.from, catalogue_.revised_at);
    made.facts = std::make_shared<const Facts>(Facts{page.media_type, languages_of(page), page.canonical,
                                                     page.linked_data, page.oembed,
                                                     purge_keys(page.path, page.kind, validity, catalogue_.revision)});
    add_identity(made, Bytes(render::finish(page, validity, catalogue_, options_)), labeller_);
    return made;
}

}  // namespace toolkitd::site
