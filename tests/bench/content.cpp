#include "bench/content.h"

#include <chrono>
#include <stdexcept>
#include <utility>

#include "content/load.h"
#include "content/source.h"
#include "http/labels.h"
#include "site/build.h"

namespace toolkitd::bench {

domain::Catalogue real_catalogue() {
    const auto files = content::Folder(TOOLKITD_SOURCE_DIR "/config/content").read();
    if (!files) throw std::runtime_error(files.error().sentence);
    auto catalogue = content::load(*files);
    if (!catalogue) throw std::runtime_error("config/content has faults: toolkitd check tells them");
    return std::move(*catalogue);
}

std::shared_ptr<const site::Snapshot> snapshot_of(domain::Catalogue catalogue) {
    render::Options options;
    options.primary_regulation = catalogue.regulations.front().id;
    const auto labeller = http::labeller({});
    const auto snapshot = site::build(std::move(catalogue), options, {}, base::kEarliest, labeller);
    return site::with_coding(*site::with_coding(*snapshot, site::Coding::gzip, labeller), site::Coding::brotli,
                             labeller);
}

const site::Snapshot& real_snapshot() {
    static const auto kSnapshot = snapshot_of(real_catalogue());
    return *kSnapshot;
}

}  // namespace toolkitd::bench
