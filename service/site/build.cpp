#include "site/build.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <deque>
#include <future>
#include <thread>
#include <utility>

#include "base/in_parallel.h"
#include "domain/embargo.h"
#include "domain/revised.h"
#include "render/feed.h"
#include "render/pages.h"
#include "render/resource.h"
#include "site/encode.h"
#include "site/feeds.h"
#include "site/finishing.h"
#include "site/purge_keys.h"
#include "site/timeline.h"

namespace toolkitd::site {
namespace {

using base::Instant;
using render::kLanguages;
using render::Language;
using render::Page;
using render::Validity;

struct Span {
    Validity validity;
    bool history_alone = false;  // of what the span before it had, only what is told of history is not the same
};

std::vector<Span> split(const std::vector<Change>& changes) {
    std::vector<Span> spans{Span{}};
    for (const auto& change : changes) {
        spans.back().validity.until = change.at;
        spans.push_back({{change.at, std::nullopt}, change.history_alone});
    }
    return spans;
}

// Those whose forecasts are told apart. Where there are more, the last of them goes on: it hides more than it has to.
constexpr std::size_t kMostForecasts = 32;

// A rehearsal's clock may be at any time.
std::vector<Instant> coming_embargoes(const domain::Catalogue& catalogue, const render::Options& options, Instant now) {
    if (!options.embargo) return {};
    auto instants = domain::embargo_instants(catalogue);
    if (!options.rehearsal) std::erase_if(instants, [now](Instant at) { return at <= now; });
    return instants;
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

}  // namespace

class Builder {
public:
    Builder(domain::Catalogue catalogue, const render::Options& options, Instant loaded_at, const Labeller& labeller,
            const base::Progress& progress)
        : options_(options),
          labeller_(labeller),
          progress_(progress),
          index_(std::make_shared<Snapshot::Index>(
              Snapshot::Index{std::move(catalogue), {}, {}, loaded_at, options.primary_regulation.has_value()})),
          embargoes_(coming_embargoes(index_->catalogue, options, loaded_at)),
          snapshot_(std::make_shared<Snapshot>()) {
        auto& revised_at = index_->catalogue.revised_at;
        if (revised_at > loaded_at)
            revised_at = domain::revised_by(index_->catalogue, loaded_at);  // not of what is planned
    }

    std::shared_ptr<const Snapshot> built(std::vector<FixedDocument> documents) {
        render_editions();
        render_feeds(index_->catalogue, options_, progress_,
                     [this](Page page, const Validity& span) { extend(std::move(page), span); });
        finish_open_runs();
        finishing_.end();
        forget_what_is_the_same(index_->all);
        for (auto& forecast : index_->forecasts) forget_what_is_the_same(forecast.answers);
        for (auto& document : documents) add(std::move(document));
        snapshot_->index_ = index_;
        return std::move(snapshot_);
    }

    static std::shared_ptr<const Snapshot> with_coding(const Snapshot& snapshot, Coding coding,
                                                       const Labeller& labeller, const std::stop_token& stop) {
        auto more = std::make_shared<Snapshot>(snapshot);
        encode(more->representations_, coding, labeller, stop);
        return more;
    }

private:
    // Of an edition, what it is in one language.
    struct Rendered {
        Span span;
        Language language;
        std::vector<Page> pages;
        std::optional<Edition> edition;  // with the usual language, which comes first
    };

    using Open = std::array<StringMap<Run>, kLanguages.size()>;

    void finish_open_runs() {
        for (auto& runs : open_) {  // in their order, for the usual language says what is the same in all
            for (auto& [path, run] : runs) finishing_.add(std::move(run));
        }
    }

    Snapshot::Answers& answers(std::size_t forecast) {
        return forecast == 0 ? index_->all : index_->forecasts[forecast - 1].answers;
    }

    void render_editions() {
        const auto spans = split(timeline(index_->catalogue));
        const std::size_t parts = spans.size() * kLanguages.size();
        const std::size_t ahead = 1 + std::max(1U, std::thread::hardware_concurrency());
        std::deque<std::future<Rendered>> coming;
        for (std::size_t next = 0, added = 0; added < parts; ++added) {
            for (; next < parts && coming.size() < ahead; ++next) {
                const Language language = kLanguages[next % kLanguages.size()];
                coming.push_back(
                    base::begun(is_large(index_->catalogue), [this, language, span = spans[next / kLanguages.size()]] {
                        return rendered(index_->catalogue, span, language);
                    }));
            }
            progress_("rendering the editions", added, parts);
            auto next_one = coming.front().get();
            if (next_one.edition && next_one.span.validity.from) forecast_before(next_one.span.validity.from);
            add(std::move(next_one));
            coming.pop_front();
        }
        forecast_before(std::nullopt);
    }

    // Makes the forecasts of those embargoes that end in the last span that was added, or with it.
    void forecast_before(std::optional<Instant> span_end) {
        while (!embargoes_.empty() && (!span_end || embargoes_.front() <= *span_end)) {
            const Instant ends = embargoes_.front();
            embargoes_.erase(embargoes_.begin());
            if (index_->forecasts.size() == kMostForecasts) {
                index_->forecasts.back().until = ends;
            } else {
                render_forecast(ends, span_end);
            }
        }
    }

    // What is known just before an embargo ends, carried on from there: until something public changes, the answers
    // stay as they are.
    void render_forecast(Instant ends, std::optional<Instant> span_end) {
        const auto known = domain::public_at(index_->catalogue, ends - std::chrono::seconds{1});
        auto changes = timeline(known);
        std::erase_if(changes, [ends](const Change& change) { return change.at < ends; });
        const auto spans = split(changes);
        auto edition = index_->all.editions.back();
        edition.validity.until = spans.front().validity.until;
        index_->forecasts.push_back({ends, ends, {{std::move(edition)}, {}}});
        const Open present = open_;
        forecast_ = index_->forecasts.size();
        carry_on_alone(span_end, spans.front().validity.until);
        for (auto span = spans.begin() + 1; span != spans.end(); ++span) {
            for (const auto language : kLanguages) add(rendered(known, *span, language));
        }
        render_feeds(known, options_, base::untold, [this, ends](Page page, const Validity& span) {
            if (!span.until || *span.until > ends) extend(std::move(page), span);
        });
        finish_open_runs();
        forecast_ = 0;
        open_ = present;
    }

    // Keeps of the open runs those that go on to the end of the present span, and has them end elsewhere.
    void carry_on_alone(std::optional<Instant> span_end, std::optional<Instant> until) {
        for (auto& runs : open_) {
            std::erase_if(runs, [&](const auto& entry) { return entry.second.validity.until != span_end; });
            for (auto& [path, run] : runs) {
                run.validity.until = until;
                run.forecast = forecast_;
            }
        }
    }

    // Pure, so that the next ones are rendered while one is added.
    Rendered rendered(const domain::Catalogue& catalogue, const Span& span, Language language) const {
        const render::View view(catalogue, within(span.validity), options_, language);
        Rendered rendered{span, language, span.history_alone ? render::history_pages(view) : render::pages(view), {}};
        if (language == render::kUsualLanguage) rendered.edition = described(rendered, view);
        return rendered;
    }

    static Edition described(const Rendered& rendered, const render::View& view) {
        Edition edition{rendered.span.validity, {}, {}, {}};
        for (const auto* regulation : view.regulations()) {
            edition.statuses[regulation->id] = view.status(regulation->id)->kind;
        }
        if (rendered.span.history_alone) return edition;
        edition.filter_values = render::resource_filter_values(view);
        for (const auto& page : rendered.pages) {
            for (const auto& former : page.former_paths) edition.moved.emplace(former, page.path);
        }
        for (auto& [former, path] : render::former_feed_paths(view)) edition.moved.emplace(former, path);
        return edition;
    }

    void add(Rendered rendered) {
        const Validity& validity = rendered.span.validity;
        for (auto& page : rendered.pages) extend(std::move(page), validity);
        if (rendered.span.history_alone) carry_on(open_[place_of(rendered.language)], validity);
        if (!rendered.edition) return;
        if (rendered.span.history_alone) {
            rendered.edition->filter_values = answers(forecast_).editions.back().filter_values;
            rendered.edition->moved = answers(forecast_).editions.back().moved;
        }
        answers(forecast_).editions.push_back(std::move(*rendered.edition));
    }

    // What ended where the span begins was not rendered anew, for it is the same.
    static void carry_on(StringMap<Run>& runs, const Validity& span) {
        for (auto& [path, run] : runs) {
            if (run.validity.until == span.from) run.validity.until = span.until;
        }
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
        if (!is_new) finishing_.add(std::move(run));
        run = Run{std::move(page), span, forecast_};
    }

    // Bytes say where and when they hold, so that equal ones are equal in everything else: several choices of filters
    // that find the same share one representation.
    void take(Finished finished) {
        auto& [path, words, representation, forecast] = finished;
        const auto [place, is_new] = places_.try_emplace(representation.tag(), snapshot_->representations_.size());
        answers(forecast).paths[place_of(words)][std::move(path)].push_back(place->second);
        if (is_new) snapshot_->representations_.push_back(std::move(representation));
    }

    static void forget_what_is_the_same(Snapshot::Answers& answers) {
        const auto& usual = answers.paths.front();
        for (std::size_t i = 1; i < kLanguages.size(); ++i) {
            std::erase_if(answers.paths[i], [&](const auto& entry) {
                const auto found = usual.find(entry.first);
                return found != usual.end() && found->second == entry.second;
            });
        }
    }

    void add(FixedDocument document) {
        index_->all.paths.front()[document.path].push_back(
            static_cast<std::uint32_t>(snapshot_->representations_.size()));
        Representation& made = snapshot_->representations_.emplace_back();
        made.kind = document.kind;
        made.facts = std::make_shared<const Facts>(
            Facts{.media_type = std::move(document.media_type),
                  .purge_keys = purge_keys(document.path, made.kind, {}, index_->catalogue.revision)});
        add_identity(made, std::move(document.body), labeller_);
    }

    const render::Options& options_;
    const Labeller& labeller_;
    const base::Progress& progress_;
    std::shared_ptr<Snapshot::Index> index_;
    std::vector<Instant> embargoes_;  // whose forecasts are still to be made; ascending
    std::shared_ptr<Snapshot> snapshot_;
    Open open_;
    std::size_t forecast_ = 0;         // whose answers are made: Run::forecast
    StringMap<std::uint32_t> places_;  // of representations, by their tags
    Finishing finishing_{index_->catalogue, options_, labeller_,
                         [this](Finished finished) { take(std::move(finished)); }};
};

std::shared_ptr<const Snapshot> build(domain::Catalogue catalogue, const render::Options& options,
                                      std::vector<FixedDocument> documents, Instant loaded_at, const Labeller& labeller,
                                      const base::Progress& progress) {
    return Builder(std::move(catalogue), options, loaded_at, labeller, progress).built(std::move(documents));
}

std::shared_ptr<const Snapshot> with_coding(const Snapshot& snapshot, Coding coding, const Labeller& labeller,
                                            const std::stop_token& stop) {
    auto complete = Builder::with_coding(snapshot, coding, labeller, stop);
    return stop.stop_requested() ? nullptr : complete;
}

}  // namespace toolkitd::site
