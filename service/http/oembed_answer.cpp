#include "http/oembed_answer.h"

#include <algorithm>
#include <chrono>

#include "http/common_fields.h"
#include "http/conditional.h"
#include "http/lifetime_fields.h"
#include "http/query.h"
#include "render/messages.h"
#include "site/encode.h"

namespace toolkitd::http {
namespace {

using render::message;
using render::ProblemKind;
using std::chrono::floor;
using std::chrono::seconds;

// In the words of the one who asked.
Response problem(const Request& request, ProblemKind kind, const char* detail, const std::string& public_url) {
    const auto language = problem_language(request).language;
    return problem_response({kind, message(language, detail), {}}, public_url, language);
}

Response bad_parameter(const Request& request, render::BadParameter parameter, const std::string& public_url) {
    const auto language = problem_language(request).language;
    const auto sentence = message(language, "problem.invalid_parameter_detail", {{"parameter", parameter.name}});
    return problem_response({ProblemKind::invalid_parameter, sentence, std::move(parameter)}, public_url, language);
}

// Kept by caches, and so told apart by what chose its words. What an address stands for may change with the edition.
Response missing(const Request& request, const site::Snapshot& snapshot, base::TimePoint now, const CachePolicy& cache,
                 const std::string& public_url) {
    Response response = problem(request, ProblemKind::not_found, "absent.oembed_url", public_url);
    const Lifetime wish{cache.settings().not_found_max_age, seconds{0}, seconds{0}};
    set_lifetime(response, cache, bounded(wish, snapshot.edition(floor<seconds>(now)).validity.until, now),
                 kMissingKeys);
    if (problem_language(request).by_field) response.set("Vary", "Accept-Language");
    return response;
}

Response found(const Request& request, const site::Representation& representation, const OembedChoice& choice,
               base::TimePoint now, const CachePolicy& cache) {
    const Lifetime lifetime = bounded(cache.content(), representation.validity.until, now);
    const render::FrameSize usual;
    const render::FrameSize size{std::min(usual.width, choice.max_width.value_or(usual.width)),
                                 std::min(usual.height, choice.max_height.value_or(usual.height))};
    std::string text = with_numbers(representation.body(), size, lifetime.max_age);
    Response response;
    set_content_lifetime(response, cache, representation.validity.until, now, {});
    if (cache.has_cdns()) response.set("Surrogate-Key", representation.facts->purge_keys);
    response.set("ETag", site::tag_of(text));
    const Outcome outcome = evaluate(request, {response.fields.back().second, {}}, floor<seconds>(now));
    if (outcome == Outcome::not_modified) response.status = 304;
    if (response.status == 304) return response;
    response.set("Content-Language", representation.facts->language);
    response.set("Content-Type", representation.facts->media_type);
    response.text = std::move(text);
    return response;
}

}  // namespace

Response oembed_answer(const Request& request, const site::Snapshot& snapshot, base::TimePoint now,
                       const CachePolicy& cache, const std::string& public_url) {
    if (public_url.empty()) return problem(request, ProblemKind::not_found, "absent.oembed", public_url);
    const auto choice = oembed_choice(request);
    if (!choice) return bad_parameter(request, choice.error(), public_url);
    const auto& formats = render::kOembedFormats;
    if (std::find(formats.begin(), formats.end(), choice->format) == formats.end()) {
        return problem(request, ProblemKind::not_implemented, "absent.oembed_format", public_url);
    }
    const auto path = render::oembed_path(choice->format, choice->url);
    if (const auto* representation = snapshot.find(path, floor<seconds>(now))) {
        return found(request, *representation, *choice, now, cache);
    }
    return missing(request, snapshot, now, cache, public_url);
}

}  // namespace toolkitd::http
