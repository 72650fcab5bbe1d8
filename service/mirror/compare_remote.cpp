#include <algorithm>
#include <atomic>
#include <charconv>
#include <chrono>
#include <optional>
#include <thread>

#include "http/route_table.h"
#include "mirror/asking.h"
#include "mirror/printable.h"
#include "mirror/reader_harm.h"
#include "mirror/remote.h"

namespace toolkitd::mirror {
namespace {

using base::Instant;
using site::Coding;

constexpr std::size_t kConnections = 4;
constexpr std::size_t kMostFailures = 10;
constexpr std::chrono::seconds kClockTolerance{2};  // Date tells whole seconds

struct Question {
    const Place* place = nullptr;
    std::optional<std::size_t> edition;  // nothing: today's
    Coding coding = Coding::identity;
};

std::string_view path_of(const Place& place) { return std::string_view(place.path).substr(0, place.path.find('?')); }

bool takes_as_of(const Place& place) {
    const auto* route = http::match(path_of(place));
    if (!route) return false;
    using http::Answer;
    const auto answer = route->answer;
    return answer == Answer::content || answer == Answer::item || answer == Answer::resource_list ||
           answer == Answer::embed_page || answer == Answer::embed_fragment;
}

// Not what a service works out itself, nor what has no address of its own; nor what is there only for a service that
// knows its address, where public_url does not tell it: on loopback that is where it listens.
bool can_be_asked_for(const Recording& recording, const Place& place) {
    if (place.path == "/sitemap.xml" && recording.settings.public_url.empty()) return false;
    return recording.answers[place.answer].keeping != Keeping::never && !place.path.ends_with("?nothing");
}

std::string_view name_of(Coding coding) {
    if (coding == Coding::gzip) return "gzip";
    return coding == Coding::brotli ? "br" : "identity";
}

std::string target_of(const Question& question, const Recording& recording) {
    std::string target = question.place->path;
    if (question.edition) {
        target += target.find('?') == std::string::npos ? "?as_of=" : "&as_of=";
        target += base::rfc3339(start_of(recording, *question.edition));
    }
    return target;
}

std::vector<std::pair<std::string, std::string>> fields_of(const Question& question) {
    return {{"Accept", question.place->linked_data ? "application/ld+json" : "*/*"},
            {"Accept-Language", std::string(tag_of(question.place->language))},
            {"Accept-Encoding", std::string(name_of(question.coding))}};
}

std::string said(const std::optional<std::string>& value) { return value ? "`" + printable(*value) + "`" : "none"; }

std::string differ(const std::string& what, const std::optional<std::string>& expected,
                   const std::optional<std::string>& seen) {
    return what + " differs: expected " + said(expected) + ", seen " + said(seen);
}

// The coding in which an answer came; nothing where it is none that was asked for.
std::optional<Coding> coding_of(const http::Fetched& seen, Coding asked) {
    const auto name = seen.field("Content-Encoding");
    if (!name || *name == "identity") return Coding::identity;
    return *name == name_of(asked) ? std::optional(asked) : std::nullopt;
}

// What is not as it should be; empty where all is. Last-Modified is told once it has come.
std::string difference(const Answer& expected, const Recording& recording, const http::Fetched& seen, Coding asked,
                       Instant now) {
    if (seen.status != expected.status) {
        return differ("the status", std::to_string(expected.status), std::to_string(seen.status));
    }
    const auto coding = coding_of(seen, asked);
    if (!coding) return differ("Content-Encoding", std::string(name_of(asked)), seen.field("Content-Encoding"));
    const Body& body = expected.body(*coding);
    if (!body.bytes || body.bytes->view() != seen.body) {
        return "the body differs: expected " + std::to_string(body.bytes ? body.bytes->view().size() : 0) +
               " bytes with hash " + body.hash + ", seen " + std::to_string(seen.body.size());
    }
    Fields all = expected.fields;
    all.insert(all.end(), recording.common.begin(), recording.common.end());
    if (!expected.vary.empty()) all.emplace_back("Vary", expected.vary);
    if (expected.status == 200) all.emplace_back("ETag", '"' + body.hash + '"');
    if (expected.last_modified && *expected.last_modified <= now) {
        all.emplace_back("Last-Modified", base::http_date(*expected.last_modified));
    }
    for (const auto& [name, value] : all) {
        if (!seen.says(name, value)) return differ(name, value, seen.field(name));
    }
    return {};
}

// When an answer was made, by the clock of whoever made it (RFC 9110 section 6.6.1).
std::optional<Instant> sent_at(const http::Fetched& seen, Instant now) {
    const auto date = seen.field("Date");
    return date ? base::parse_http_date(*date, now) : std::nullopt;
}

// How long it has been kept by caches since (RFC 9111 section 5.1).
std::chrono::seconds age_of(const http::Fetched& seen) {
    unsigned count = 0;
    const auto age = seen.field("Age").value_or("");
    std::from_chars(age.data(), age.data() + age.size(), count);
    return std::chrono::seconds{count};
}

// What the settings allow copies of an answer; nothing of one whose address names its bytes.
std::optional<AllowedLifetime> allowed_for(const Answer& answer, const http::CacheSettings& settings) {
    constexpr std::chrono::seconds kNone{0};
    switch (answer.keeping) {
        case Keeping::content:
            return AllowedLifetime{
                {settings.max_age, settings.stale_while_revalidate, settings.stale_if_error}, settings.cdn_max_age, {}};
        case Keeping::redirect:
            return AllowedLifetime{{settings.redirect_max_age, kNone, kNone}, settings.redirect_max_age, {}};
        case Keeping::missing:
            return AllowedLifetime{{settings.not_found_max_age, kNone, kNone}, settings.not_found_max_age, {}};
        case Keeping::never: return AllowedLifetime{};
        case Keeping::for_ever: break;
    }
    return std::nullopt;
}

// A redirect of all that is asked for, such as from http to https: `/v1` itself is none.
bool leads_away(const http::Fetched& seen) { return seen.status >= 300 && seen.status < 400 && seen.field("Location"); }

class Comparison {
public:
    Comparison(const Recording& recording, const std::string& url, const http::FetchLimits& limits,
               const base::Clock& clock)
        : recording_(recording), url_(url), limits_(limits), clock_(clock) {}

    base::Result<Compared> run() {
        auto first = http::Fetcher::open(url_, limits_);
        if (!first) return base::fail(printable(url_) + ": " + first.error().sentence);
        const auto asked = now();
        const auto known = (*first)->get("/v1?as_of=-", {});
        if (!known) return base::fail(printable(url_) + ": " + known.error().sentence);
        if (leads_away(*known)) {
            return base::fail(printable(url_) + ": a redirect to " + printable(known->field("Location").value_or("")) +
                              ", which is not followed: give the address that is meant");
        }
        auto clock = compare_clocks(*known, asked, now());
        ask_for(known->status == 400);
        work(**first);
        if (failures_ > kMostFailures) return base::fail(printable(url_) + ": too many requests have no answer");
        Compared compared{questions_.size(), known->status == 400, {}};
        if (!clock.empty()) compared.differences.push_back(std::move(clock));
        for (auto& sentence : sentences_) {
            if (!sentence.empty()) compared.differences.push_back(std::move(sentence));
        }
        return compared;
    }

private:
    // A sentence where the other's clock is off. From then on the time is the other's: one fault is told once, and not
    // again by each answer from the other side of a switch.
    std::string compare_clocks(const http::Fetched& seen, Instant asked, Instant answered) {
        const auto sent = sent_at(seen, answered);
        if (!sent) return "the clock cannot be compared: answers have no Date";
        const auto there = *sent + age_of(seen);
        if (there >= asked - kClockTolerance && there <= answered + kClockTolerance) return {};
        ahead_ = there - answered;
        const auto count = ahead_ < std::chrono::seconds{0} ? -ahead_ : ahead_;
        return "the clock is " + std::to_string(count.count()) + " s " + (ahead_ == count ? "ahead of" : "behind") +
               " this machine's: it says " + base::rfc3339(there) + ", here it is " + base::rfc3339(answered) +
               ". Every switch comes that much too " + (ahead_ == count ? "early" : "late");
    }

    void ask_for(bool every_edition) {
        for (const auto& place : recording_.places) {
            if (!can_be_asked_for(recording_, place)) continue;
            const auto today = edition_at(recording_, now());
            if (place.first <= today && today <= place.last) {
                for (const auto coding : {Coding::identity, Coding::gzip, Coding::brotli}) {
                    if (recording_.answers[place.answer].body(coding).bytes) questions_.push_back({&place, {}, coding});
                }
            }
            if (!every_edition || !takes_as_of(place)) continue;
            for (auto i = place.first; i <= place.last; ++i) {
                if (!is_embargoed(start_of(recording_, i))) questions_.push_back({&place, i, Coding::identity});
            }
        }
        sentences_.resize(questions_.size());
    }

    // Whether a service leaves out, of what it will say at an instant, what is not public yet.
    bool is_embargoed(Instant at) const {
        const auto next = std::upper_bound(recording_.embargoes.begin(), recording_.embargoes.end(), now());
        return next != recording_.embargoes.end() && *next <= at;
    }

    void work(http::Fetcher& first) {
        std::vector<std::jthread> others(kConnections - 1);
        for (auto& thread : others) {
            thread = std::jthread([this] {
                const auto fetcher = http::Fetcher::open(url_, limits_);
                if (fetcher) ask_all(**fetcher);
            });
        }
        ask_all(first);
    }

    void ask_all(http::Fetcher& fetcher) {
        for (auto i = next_++; i < questions_.size() && failures_ <= kMostFailures; i = next_++) {
            const Question& question = questions_[i];
            const auto what = ask(question, fetcher);
            if (what.empty()) continue;
            const auto edition = question.edition ? std::to_string(*question.edition) : "today's";
            sentences_[i] = target_of(question, recording_) + " (edition " + edition + ", " +
                            std::string(tag_of(question.place->language)) + ", " +
                            (question.place->linked_data ? "linked data, " : "") +
                            std::string(name_of(question.coding)) + "): " + what;
        }
    }

    // What was asked for beside a switch may have been answered on its other side.
    std::string ask(const Question& question, http::Fetcher& fetcher) {
        const auto seen = fetcher.get(target_of(question, recording_), fields_of(question));
        if (!seen) {
            ++failures_;
            return seen.error().sentence;
        }
        const auto time = question.edition ? base::kEarliest : now();
        auto what = difference(recording_.answers[question.place->answer], recording_, *seen, question.coding, time);
        if (what.empty()) what = harm(question, *seen);
        if (what.empty() || question.edition) return what;
        const auto edition = edition_at(recording_, now());
        if (question.place->first <= edition && edition <= question.place->last) return what;
        for (const auto& place : recording_.places) {
            const bool same = place.path == question.place->path && place.language == question.place->language &&
                              place.linked_data == question.place->linked_data;
            if (!same || edition < place.first || place.last < edition) continue;
            return difference(recording_.answers[place.answer], recording_, *seen, question.coding, time);
        }
        return seen->status == 404 || seen->status == 308 ? "" : what;
    }

    // What a reader would get beside the right answer.
    std::string harm(const Question& question, const http::Fetched& seen) const {
        if (auto what = trace_of_readers(seen.fields); !what.empty()) return what;
        auto allowed = allowed_for(recording_.answers[question.place->answer], recording_.settings.cache);
        if (!allowed) return {};
        const auto& switches = recording_.switches;
        if (!question.edition && question.place->last < switches.size())
            allowed->until = switches[question.place->last];
        return too_long_lifetime(seen.fields, *allowed, sent_at(seen, now()));
    }

    // By the other's clock.
    Instant now() const { return std::chrono::floor<std::chrono::seconds>(clock_.now()) + ahead_; }

    const Recording& recording_;
    const std::string& url_;
    http::FetchLimits limits_;
    const base::Clock& clock_;
    std::vector<Question> questions_;
    std::vector<std::string> sentences_;
    std::chrono::seconds ahead_{0};  // the other's clock, of this machine's, where that matters
    std::atomic<std::size_t> next_{0};
    std::atomic<std::size_t> failures_{0};
};

}  // namespace

base::Result<Compared> compare_remote(const Recording& recording, const std::string& url,
                                      const http::FetchLimits& limits, const base::Clock& clock) {
    return Comparison(recording, url, limits, clock).run();
}

}  // namespace toolkitd::mirror
