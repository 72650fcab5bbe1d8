#include "site/build.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "base/hash.h"
#include "render/pages.h"
#include "render/resource.h"
#include "site/timeline.h"

namespace toolkitd::site {
namespace {

using base::Instant;
using render::Page;
using render::Validity;

std::vector<Validity> split(const std::vector<Change>& changes) {
    std::vector<Validity> spans{Validity{}};
    for (const auto& change : changes) {
        spans.back().until = change.at;
        spans.push_back({change.at, std::nullopt});
    }
    return spans;
}

// Any instant in a span stands for the whole of it.
Instant within(const Validity& span) {
    if (span.from) return *span.from;
    return span.until ? *span.until - std::chrono::seconds{1} : base::kEarliest;
}

bool same_bytes(const Page& a, const Page& b) {
    return a.body == b.body && a.canonical == b.canonical && a.language == b.language;
}

std::string tag_of(const std::string& body) { return '"' + base::fingerprint(body) + '"'; }

}  // namespace

class Builder {
public:
    Builder(domain::Catalogue catalogue, const render::Options& options, Instant loaded_at)
        : options_(options), snapshot_(std::make_shared<Snapshot>(std::move(catalogue), loaded_at)) {}

    std::shared_ptr<const Snapshot> build(std::vector<FixedDocument> documents) {
        for (const auto& span : split(timeline(snapshot_->catalogue_))) add_edition(span);
        for (auto& [path, run] : open_) close(std::move(run));
        for (auto& document : documents) add(std::move(document));
        return std::move(snapshot_);
    }

private:
    // A page whose bytes have not changed since `validity.from`.
    struct Run {
        Page page;
        Validity validity;
    };

    void add_edition(const Validity& span) {
        const render::View view(snapshot_->catalogue_, within(span), options_);
        Edition edition{span, {}, render::resource_filter_values(view), {}};
        for (const auto* regulation : view.regulations()) {
            edition.statuses[regulation->id] = view.status(regulation->id)->kind;
        }
        for (auto& page : render::pages(view)) {
            for (const auto& former : page.former_paths) edition.moved.emplace(former, page.path);
            extend(std::move(page), span);
        }
        snapshot_->editions_.push_back(std::move(edition));
    }

    void extend(Page page, const Validity& span) {
        const auto [entry, is_new] = open_.try_emplace(page.path, Run{});
        Run& run = entry->second;
        const bool goes_on =
            !is_new && !page.stands_in && run.validity.until == span.from && same_bytes(run.page, page);
        if (goes_on) {
            run.validity.until = span.until;
            return;
        }
        if (!is_new) close(std::move(run));
        run = Run{std::move(page), span};
    }

    void close(Run run) {
        const auto& catalogue = snapshot_->catalogue_;
        Representation made;
        made.media_type = "application/json";
        made.language = run.page.language;
        made.canonical = run.page.canonical;
        made.body = render::finish(run.page, run.validity, catalogue, options_);
        made.tag = tag_of(made.body);
        made.validity = run.validity;
        made.last_modified = std::max(run.validity.from, catalogue.revised_at);
        snapshot_->representations_[run.page.path].push_back(std::move(made));
    }

    void add(FixedDocument document) {
        Representation made;
        made.media_type = std::move(document.media_type);
        made.tag = tag_of(document.body);
        made.body = std::move(document.body);
        snapshot_->representations_[document.path].push_back(std::move(made));
    }

    render::Options options_;
    std::shared_ptr<Snapshot> snapshot_;
    StringMap<Run> open_;
};

std::shared_ptr<const Snapshot> build(domain::Catalogue catalogue, const render::Options& options,
                                      std::vector<FixedDocument> documents, Instant loaded_at) {
    return Builder(std::move(catalogue), options, loaded_at).build(std::move(documents));
}

}  // namespace toolkitd::site
