#include "mirror/recording.h"

#include <algorithm>
#include <chrono>
#include <set>
#include <tuple>

#include "base/hash.h"
#include "domain/embargo.h"
#include "http/common_fields.h"
#include "mirror/asking.h"
#include "render/linked_data.h"
#include "render/messages.h"
#include "render/oembed.h"

namespace toolkitd::mirror {
namespace {

using base::Instant;
using render::Language;
using render::ProblemKind;
using site::Representation;

// What a service works out when it is asked.
constexpr std::array<std::string_view, 5> kOfAService{"/healthz", "/livez", "/oembed", "/readyz", "/version"};

constexpr std::string_view kToolkits = "/v1/toolkits/";

Body body_of(std::string text) {
    std::string hash = base::fingerprint(text);
    return {std::make_shared<const site::Bytes>(std::move(text)), std::move(hash)};
}

std::string without_quotes(const std::string& tag) { return tag.substr(1, tag.size() - 2); }

Keeping keeping_of(const http::Response& response, const Fields& fields) {
    const auto control = value_of(fields, "Cache-Control");
    if (control == "no-store") return Keeping::never;
    if (control.find("immutable") != std::string_view::npos) return Keeping::for_ever;
    if (response.status == 404) return Keeping::missing;
    return response.status == 200 ? Keeping::content : Keeping::redirect;
}

// Those that neither the time, nor the bytes, nor every answer bring with them.
Fields own_fields(const Fields& all, const Fields& common) {
    Fields own;
    for (const auto& field : all) {
        const auto& name = field.first;
        const bool follows = name == "Cache-Control" || name == "ETag" || name == "Last-Modified" || name == "Vary" ||
                             name == "Content-Encoding";
        if (!follows && value_of(common, name).empty()) own.push_back(field);
    }
    return own;
}

bool is_page_of_a_toolkit(const std::string& path) {
    return path.starts_with(kToolkits) && path.find_first_of("/?", kToolkits.size()) == std::string::npos;
}

class Recorder {
public:
    Recorder(std::shared_ptr<const site::Snapshot> snapshot, const Settings& settings)
        : snapshot_(std::move(snapshot)), asking_(snapshot_, settings) {
        recording_.settings = settings;
        recording_.switches = snapshot_->switches();
        recording_.revision = snapshot_->catalogue().revision;
        recording_.embargoes = domain::embargo_instants(snapshot_->catalogue());
        http::Response bare;
        http::add_common_fields(bare, false);
        recording_.common = fields_of(bare);
        recording_.preflight = fields_of(http::options_response());
    }

    Recording record() {
        add_strays();
        std::set<std::string> readers;
        for (const auto& path : snapshot_->paths()) {
            if (path.starts_with(render::kOembed)) continue;
            if (is_page_of_a_toolkit(path)) readers.insert(path.substr(3));
            add_stored(path);
        }
        for (std::size_t i = 0; i < recording_.editions(); ++i) {
            const auto& edition = snapshot_->edition(start_of(recording_, i));
            recording_.moved.emplace_back(edition.moved.begin(), edition.moved.end());
            recording_.filter_values.push_back(edition.filter_values);
            for (const auto& [former, today] : edition.moved) {
                if (is_page_of_a_toolkit(former)) readers.insert(former.substr(3));
            }
        }
        readers.insert("/");
        for (const auto& path : readers) add_asked(path);
        add_absent();
        std::sort(recording_.places.begin(), recording_.places.end(), [](const Place& a, const Place& b) {
            return std::tie(a.path, a.linked_data, a.language, a.first) <
                   std::tie(b.path, b.linked_data, b.language, b.first);
        });
        return std::move(recording_);
    }

private:
    void add_strays() {
        for (const Language language : render::kLanguages) {
            const std::vector<http::Field> asks{{http::FieldName::accept_language, tag_of(language)}};
            const auto problem = [&](ProblemKind kind, const char* key) {
                return add(http::problem_response({kind, message(language, key), {}}, recording_.settings.public_url,
                                                  language));
            };
            recording_.strays[place_of(language)] = {
                add(asking_.get("/v1/-", base::kEarliest, asks)),
                problem(ProblemKind::invalid_parameter, "absent.parameter_of_a_mirror"), add(asking_.other(asks)),
                problem(ProblemKind::precondition_failed, "problem.precondition_failed_detail"),
                problem(ProblemKind::not_found, "absent.on_a_mirror")};
        }
    }

    // A path of the snapshot's own.
    void add_stored(const std::string& stored) {
        const auto query = stored.find('?');
        Place place{.path = stored};
        place.linked_data = stored == render::linked_data_path(stored.substr(0, query));
        if (place.linked_data) place.path.resize(query);
        for (const Language language : render::kLanguages) {
            place.language = language;
            for (std::size_t i = 0; i < recording_.editions(); ++i) {
                const Instant at = start_of(recording_, i);
                const auto* found = snapshot_->find(stored, at, language);
                const bool is_file = found && found->status == 200;  // what was withdrawn has none
                if (is_file) extend(place, i, add(*found, stored.substr(0, query), at));
            }
        }
    }

    // A path that the service itself has an answer for.
    void add_asked(const std::string& path) {
        for (const Language language : render::kLanguages) {
            Place place{.path = path, .language = language};
            for (std::size_t i = 0; i < recording_.editions(); ++i) {
                const auto response = asking_.get(path, start_of(recording_, i));
                if (response.status < 400) extend(place, i, add(response));
            }
        }
    }

    // Routes that lead to nothing here, each with why.
    void add_absent() {
        const auto last = recording_.editions() - 1;
        for (const Language language : render::kLanguages) {
            for (const auto path : kOfAService) {
                recording_.places.push_back(
                    {std::string(path), false, language, 0, last,
                     recording_.strays[place_of(language)][static_cast<std::size_t>(Stray::not_here)]});
            }
            for (const std::string_view path : {"/sitemap.xml", "/.well-known/security.txt"}) {
                const std::vector<http::Field> asks{{http::FieldName::accept_language, tag_of(language)}};
                Place place{.path = std::string(path), .language = language};
                for (std::size_t i = 0; i <= last; ++i) {
                    const auto response = asking_.get(path, start_of(recording_, i), asks);
                    if (response.status == 404) extend(place, i, add(response));
                }
            }
        }
    }

    // Goes on with the place that ends before the edition, where it says the same.
    void extend(Place& place, std::size_t edition, std::size_t answer) {
        auto& places = recording_.places;
        if (!places.empty()) {
            Place& before = places.back();
            const bool same = before.path == place.path && before.linked_data == place.linked_data &&
                              before.language == place.language && before.answer == answer;
            if (same && before.last + 1 == edition) {
                before.last = edition;
                return;
            }
        }
        place.first = place.last = edition;
        place.answer = answer;
        places.push_back(place);
    }

    // By what every variant of a path has in common: the fields by which it is chosen, and for how long it is kept.
    std::size_t add(const Representation& representation, const std::string& path, Instant at) {
        const auto plain = asking_.get(path, at);
        const auto known = fields_of(plain);
        Answer answer;
        answer.vary = value_of(known, "Vary");
        answer.keeping = keeping_of(plain, known);
        answer.last_modified = representation.last_modified;
        http::Response lines;
        lines.lines[2] = representation.form(site::Coding::identity).label.description;
        answer.fields = fields_of(lines);
        for (std::size_t i = 0; i < site::kCodings; ++i) {
            const auto& form = representation.forms[i];
            if (form) answer.bodies[i] = {{form, &form->body}, without_quotes(form->tag)};
        }
        return place_of_answer(std::move(answer));
    }

    std::size_t add(const http::Response& response) {
        const auto all = fields_of(response);
        Answer answer;
        answer.status = response.status;
        answer.fields = own_fields(all, recording_.common);
        answer.vary = value_of(all, "Vary");
        answer.keeping = keeping_of(response, all);
        answer.bodies.front() = body_of(std::string(response.content()));
        return place_of_answer(std::move(answer));
    }

    // Equal answers are kept once.
    std::size_t place_of_answer(Answer answer) {
        std::string all =
            std::to_string(answer.status) + answer.vary + std::to_string(static_cast<int>(answer.keeping));
        for (const auto& [name, value] : answer.fields) all.append("\n").append(name).append(":").append(value);
        for (const auto& body : answer.bodies) all.append("\n").append(body.hash);
        if (answer.last_modified) all += base::rfc3339(*answer.last_modified);
        const auto [entry, is_new] = known_.try_emplace(std::move(all), recording_.answers.size());
        if (is_new) recording_.answers.push_back(std::move(answer));
        return entry->second;
    }

    std::shared_ptr<const site::Snapshot> snapshot_;
    Asking asking_;
    Recording recording_;
    std::map<std::string, std::size_t> known_;
};

}  // namespace

Instant start_of(const Recording& recording, std::size_t edition) {
    if (edition > 0) return recording.switches[edition - 1];
    return recording.switches.empty() ? base::kEarliest : recording.switches.front() - std::chrono::seconds{1};
}

std::size_t edition_at(const Recording& recording, Instant instant) {
    const auto& switches = recording.switches;
    return static_cast<std::size_t>(std::upper_bound(switches.begin(), switches.end(), instant) - switches.begin());
}

Recording record(std::shared_ptr<const site::Snapshot> snapshot, const Settings& settings) {
    return Recorder(std::move(snapshot), settings).record();
}

}  // namespace toolkitd::mirror
