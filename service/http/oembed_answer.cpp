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

// How the embed in the frame is wanted, by the query of an address of ours.
struct Wanted {
    render::EmbedChoice embed;
    std::optional<render::Language> language;
};

// Views into `pasted` and into constants.
base::Result<Wanted, render::BadParameter> wanted_by(const Request& pasted) {
    const auto embed = embed_choice(pasted, render::EmbedForm::page);
    if (!embed) return tl::unexpected(embed.error());
    const auto language = lang(pasted);
    if (!language) return tl::unexpected(language.error());
    return Wanted{*embed, *language};
}

// The id of today for one that a section of the toolkit has or had; a bad parameter where it is none of them.
base::Result<std::string_view, render::BadParameter> section_of(const domain::Toolkit& toolkit, std::string_view given,
                                                                base::Instant instant) {
    render::BadParameter bad{"sections", std::string(given), {}};
    const domain::Section* renamed = nullptr;
    for (const auto& section : toolkit.sections) {
        if (!section.window.holds(instant)) continue;
        if (section.id == given) return section.id;
        bad.allowed.push_back(section.id);
        const auto& former = section.former_ids;
        if (std::find(former.begin(), former.end(), given) != former.end()) renamed = &section;
    }
    if (renamed) return renamed->id;
    return tl::unexpected(std::move(bad));
}

// Made of known words and ids alone; nothing of the client's own bytes gets into an answer.
std::string query_for(const Wanted& wanted) {
    std::string query = render::chosen_path("", render::EmbedForm::page, wanted.embed);
    if (wanted.language) query.append(query.empty() ? "?" : "&").append("lang=").append(tag_of(*wanted.language));
    return query;
}

// What was rendered for one of the toolkits, the first that is shown now.
struct Rendered {
    const domain::Toolkit* toolkit = nullptr;
    const site::Representation* representation = nullptr;
};

Rendered rendered_for(const render::OembedSubject& subject, const site::Snapshot& snapshot, std::string_view format,
                      base::Instant instant, std::optional<render::Language> language) {
    for (const auto* toolkit : subject.toolkits) {
        const auto path = render::oembed_path(format, toolkit->id);
        const auto* representation = snapshot.find(path, instant, language.value_or(render::kUsualLanguage));
        if (representation) return {toolkit, representation};
    }
    return {};
}

Response found(const Request& request, const site::Representation& representation, const OembedChoice& choice,
               std::string query, base::TimePoint now, const CachePolicy& cache) {
    const Lifetime lifetime = bounded(cache.content(), representation.validity.until, now);
    const render::FrameSize usual;
    const render::FrameSize size{std::min(usual.width, choice.max_width.value_or(usual.width)),
                                 std::min(usual.height, choice.max_height.value_or(usual.height))};
    std::string text = render::filled_in(representation.body(), {size, lifetime.max_age, std::move(query)});
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
                       const CachePolicy& cache, const OembedAddresses& addresses) {
    const auto& [public_url, own_url] = addresses;
    if (own_url.empty()) return problem(request, ProblemKind::not_found, "absent.oembed", public_url);
    const auto choice = oembed_choice(request);
    if (!choice) return bad_parameter(request, choice.error(), public_url);
    const auto& formats = render::kOembedFormats;
    if (std::find(formats.begin(), formats.end(), choice->format) == formats.end()) {
        return problem(request, ProblemKind::not_implemented, "absent.oembed_format", public_url);
    }
    const auto subject = render::oembed_subject(snapshot.catalogue(), own_url, choice->url);
    if (subject.toolkits.empty()) return missing(request, snapshot, now, cache, public_url);
    Request pasted;
    if (subject.is_ours) pasted.query = query_of(choice->url);
    auto wanted = wanted_by(pasted);
    if (!wanted) return bad_parameter(request, wanted.error(), public_url);
    const auto instant = floor<seconds>(now);
    const auto [toolkit, representation] = rendered_for(subject, snapshot, choice->format, instant, wanted->language);
    if (!toolkit) return missing(request, snapshot, now, cache, public_url);
    if (!wanted->embed.sections.empty()) {
        auto section = section_of(*toolkit, wanted->embed.sections, instant);
        if (!section) return bad_parameter(request, std::move(section.error()), public_url);
        wanted->embed.sections = *section;
    }
    return found(request, *representation, *choice, query_for(*wanted), now, cache);
}

}  // namespace toolkitd::http
