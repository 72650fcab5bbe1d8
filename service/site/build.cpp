#include "site/build.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <deque>
#include <future>
#include <thread>
#include <utility>

#include "render/pages.h"
#include "render/resource.h"
#include "site/encode.h"
#include "site/timeline.h"

namespace toolkitd::site {
namespace {

using base::Instant;
using render::kLanguages;
using render::Language;
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

// Whether rendering is worth more threads than one.
bool is_large(const domain::Catalogue& catalogue) { return catalogue.toolkits.size() >= 32; }

bool same_bytes(const Page& a, const Page& b) {
    return (a.body == b.body || *a.body == *b.body) && a.canonical == b.canonical && a.language == b.language;
}

// The content's language, and that of the service's own words where it is another.
std::string languages_of(const Page& page) {
    const std::string words(tag_of(page.words));
    const bool says_more = page.words != render::kUsualLanguage && words != page.language;
    return says_more ? page.language + ", " + words : page.language;
}

}  // namespace

class Builder {
public:
    Builder(domain::Catalogue catalogue, const render::Options& options, Instant loaded_at,
            const base::Progress& progress)
        : options_(options),
          progress_(progress),
          snapshot_(
              std::make_shared<Snapshot>(std::make_shared<const domain::Catalogue>(std::move(catalogue)), loaded_at)) {}

    explicit Builder(const Snapshot& snapshot) : snapshot_(std::make_shared<Snapshot>(snapshot)) {}

    Builder& render(std::vector<FixedDocument> documents) {
        const auto spans = split(timeline(snapshot_->catalogue()));
        const auto policy = is_large(snapshot_->catalogue()) ? std::launch::async : std::launch::deferred;
        const std::size_t ahead = std::max(1U, std::thread::hardware_concurrency());
        std::deque<std::future<Rendered>> coming;
        for (std::size_t next = 0; snapshot_->editions_.size() < spans.size();) {
            for (; next < spans.size() && coming.size() < ahead; ++next) {
                coming.push_back(std::async(policy, [this, span = spans[next]] { return rendered(span); }));
            }
            progress_("rendering the editions", snapshot_->editions_.size(), spans.size());
            add(coming.front().get());
            coming.pop_front();
        }
        for (const auto& runs : open_) {  // in their order, for the usual language says what is the same in all
            for (const auto& [path, run] : runs) close(run);
        }
        forget_what_is_the_same();
        for (auto& document : documents) add(std::move(document));
        return *this;
    }

    Builder& encode(Coding coding, const Labeller& labeller, const std::stop_token& stop = {}) {
        site::encode(snapshot_->representations_, coding, labeller, progress_, stop);
        return *this;
    }

    std::shared_ptr<const Snapshot> snapshot() { return std::move(snapshot_); }

private:
    // A page whose bytes have not changed since `validity.from`.
    struct Run {
        Page page;
        Validity validity;
    };

    struct Rendered {
        Edition edition;
        std::array<std::vector<Page>, kLanguages.size()> pages;
    };

    // Pure, so that the next editions are rendered while one is added.
    Rendered rendered(const Validity& span) const {
        const render::View view(snapshot_->catalogue(), within(span), options_);
        Edition edition{span, {}, render::resource_filter_values(view), {}};
        for (const auto* regulation : view.regulations()) {
            edition.statuses[regulation->id] = view.status(regulation->id)->kind;
        }
        Rendered rendered{std::move(edition), {}};
        for (const Language language : kLanguages) {
            rendered.pages[place_of(language)] =
                render::pages({snapshot_->catalogue(), within(span), options_, language});
        }
        for (const auto& page : rendered.pages.front()) {
            for (const auto& former : page.former_paths) rendered.edition.moved.emplace(former, page.path);
        }
        return rendered;
    }

    void add(Rendered rendered) {
        for (auto& pages : rendered.pages) {
            for (auto& page : pages) extend(std::move(page), rendered.edition.validity);
        }
        snapshot_->editions_.push_back(std::move(rendered.edition));
    }

    void extend(Page page, const Validity& span) {
        const auto [entry, is_new] = open_[place_of(page.words)].try_emplace(page.path, Run{});
        Run& run = entry->second;
        const bool goes_on =
            !is_new && !page.stands_in && run.validity.until == span.from && same_bytes(run.page, page);
        if (goes_on) {
            run.validity.until = span.until;
            return;
        }
        if (!is_new) close(run);
        run = Run{std::move(page), span};
    }

    // Bytes say where and when they hold, so that equal ones are equal in everything else: several choices of filters
    // that find the same share one representation.
    void close(const Run& run) {
        const auto& catalogue = snapshot_->catalogue();
        Form form = form_of(render::finish(run.page, run.validity, catalogue, options_));
        const auto [place, is_new] = places_.try_emplace(form.tag, snapshot_->representations_.size());
        snapshot_->paths_[place_of(run.page.words)][run.page.path].push_back(place->second);
        if (!is_new) return;
        Representation& made = snapshot_->representations_.emplace_back();
        made.media_type = run.page.media_type;
        made.kind = run.page.kind;
        made.language = languages_of(run.page);
        made.canonical = run.page.canonical;
        made.forms.front() = std::move(form);
        made.validity = run.validity;
        made.last_modified = std::max(run.validity.from, catalogue.revised_at);
    }

    void forget_what_is_the_same() {
        const auto& usual = snapshot_->paths_.front();
        for (std::size_t i = 1; i < kLanguages.size(); ++i) {
            std::erase_if(snapshot_->paths_[i], [&](const auto& entry) {
                const auto found = usual.find(entry.first);
                return found != usual.end() && found->second == entry.second;
            });
        }
    }

    void add(FixedDocument document) {
        snapshot_->paths_.front()[document.path].push_back(
            static_cast<std::uint32_t>(snapshot_->representations_.size()));
        Representation& made = snapshot_->representations_.emplace_back();
        made.media_type = std::move(document.media_type);
        made.kind = document.kind;
        made.forms.front() = form_of(std::move(document.body));
    }

    render::Options options_;
    base::Progress progress_ = base::untold;
    std::shared_ptr<Snapshot> snapshot_;
    std::array<StringMap<Run>, kLanguages.size()> open_;
    StringMap<std::uint32_t> places_;  // of representations, by their tags
};

std::shared_ptr<const Snapshot> build(domain::Catalogue catalogue, const render::Options& options,
                                      std::vector<FixedDocument> documents, Instant loaded_at, const Labeller& labeller,
                                      const base::Progress& progress) {
    return Builder(std::move(catalogue), options, loaded_at, progress)
        .render(std::move(documents))
        .encode(Coding::identity, labeller)
        .encode(Coding::gzip, labeller)
        .snapshot();
}

std::shared_ptr<const Snapshot> with_brotli(const Snapshot& snapshot, const Labeller& labeller,
                                            const std::stop_token& stop) {
    auto complete = Builder(snapshot).encode(Coding::brotli, labeller, stop).snapshot();
    return stop.stop_requested() ? nullptr : complete;
}

}  // namespace toolkitd::site
