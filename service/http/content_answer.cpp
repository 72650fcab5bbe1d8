#include "http/content_answer.h"

#include <algorithm>

#include "http/common_fields.h"
#include "http/conditional.h"
#include "http/labels.h"
#include "http/lifetime_fields.h"
#include "http/negotiation.h"
#include "http/query.h"
#include "render/linked_data.h"
#include "render/messages.h"
#include "render/oembed.h"

namespace toolkitd::http {
namespace {

using base::Instant;
using render::ProblemKind;
using site::Representation;
using std::chrono::floor;
using std::chrono::seconds;

std::string_view without_trailing_slashes(std::string_view path) {
    while (path.size() > 1 && path.ends_with('/')) path.remove_suffix(1);
    return path;
}

constexpr std::string_view kForEver = "Cache-Control: public, max-age=31536000, immutable\r\n";  // RFC 8246
constexpr std::string_view kVaryByCoding = "Vary: Accept-Encoding\r\n";
constexpr std::string_view kVaryByType = "Vary: Accept, Accept-Encoding\r\n";
constexpr std::string_view kVaryByLanguage = "Vary: Accept-Encoding, Accept-Language\r\n";
constexpr std::string_view kVaryByBoth = "Vary: Accept, Accept-Encoding, Accept-Language\r\n";

// By what an answer differs: in its type where there is linked data as well, in its language unless the address names
// it.
std::string_view vary_line(bool has_types, bool by_field) {
    if (has_types) return by_field ? kVaryByBoth : kVaryByType;
    return by_field ? kVaryByLanguage : kVaryByCoding;
}

bool is_content(Answer answer) {
    switch (answer) {
        case Answer::content:
        case Answer::item:
        case Answer::resource_list:
        case Answer::embed_page:
        case Answer::embed_fragment: return true;
        case Answer::home:
        case Answer::document:
        case Answer::publishers_page:
        case Answer::oembed:
        case Answer::live:
        case Answer::ready:
        case Answer::health:
        case Answer::version:
        case Answer::metrics: return false;
    }
    return false;
}

bool is_id(std::string_view text) {
    constexpr std::size_t kLongest = 100;
    return text.size() <= kLongest && std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
           });
}

std::optional<render::EmbedForm> form_of(Answer answer) {
    if (answer == Answer::embed_page) return render::EmbedForm::page;
    if (answer == Answer::embed_fragment) return render::EmbedForm::fragment;
    return std::nullopt;
}

// What is not there may be so because the operator has not set what it is made of. Keys of messages.
const char* absence_of(std::string_view path) {
    if (path == "/sitemap.xml") return "absent.sitemap";
    if (path == "/.well-known/security.txt") return "absent.security_contact";
    return "problem.not_found_detail";
}

// The label's lines, but for one that tells of a change that is still to come.
void set_validators(Response& response, const site::Form& form, bool has_happened) {
    if (has_happened) {
        response.lines[1] = form.label.validators;
    } else {
        response.set("ETag", form.tag);
    }
}

}  // namespace

Response ContentAnswer::home() const {
    Response response;
    response.status = 307;
    response.set("Location", public_url_ + "/v1");
    set_lifetime(response, cache_, {cache_.settings().redirect_max_age, seconds{0}, seconds{0}}, kRedirectKeys);
    return response;
}

Response ContentAnswer::publishers_page(const Request& request) const {
    Choice choice;
    choice.instant = floor<seconds>(now_);
    const std::string path = "/v1" + std::string(request.path);
    const auto& former = snapshot_->edition(choice.instant).moved;
    const auto today = former.find(path);
    const std::string& current = today == former.end() ? path : today->second;
    const auto* toolkit = snapshot_->find(current, choice.instant);
    if (!toolkit) return missing(request, choice);
    Response response;
    response.status = 307;
    response.set("Location", toolkit->facts->canonical);
    set_lifetime(response, cache_, until_edition_ends(cache_.settings().redirect_max_age, choice), kRedirectKeys);
    const auto id = std::string_view(current).substr(current.rfind('/') + 1);
    const auto embed = render::oembed_path(render::kOembedFormats.front(), id);
    if (!public_url_.empty() && snapshot_->find(embed, choice.instant)) {
        response.set("Link", render::oembed_links(public_url_, toolkit->facts->canonical));
    }
    return response;
}

Response ContentAnswer::content(const Request& request, Answer answer) const {
    const auto choice = choose(request, answer);
    if (!choice) return bad_parameter(request, choice.error());
    if (const auto* representation = find(request.path, answer, *choice)) {
        return found(request, *representation, *choice);
    }
    if (!choice->embed.sections.empty() && snapshot_->find(request.path, choice->instant)) {
        return bad_parameter(request,
                             {"sections", std::string(choice->embed.sections), sections_of(request.path, *choice)});
    }
    return moved_or_missing(request, request.path, *choice);
}

Response ContentAnswer::unrouted(const Request& request) const {
    const auto path = without_trailing_slashes(request.path);
    const Route* route = match(path);
    const Answer answer = route ? route->answer : Answer::content;
    const auto choice = choose(request, answer);
    if (!choice) return bad_parameter(request, choice.error());
    if (!route) return missing(request, *choice);
    const bool is_itself = path == request.path;  // a route that is not to be had here
    if (!is_itself && leads_somewhere(path, *route, choice->instant)) return moved(path, *choice);
    return moved_or_missing(request, path, *choice);
}

// A route that is open to any segment leads somewhere only where there is content: nothing of the client's own gets
// into a header.
bool ContentAnswer::leads_somewhere(std::string_view path, const Route& route, Instant instant) const {
    if (route.answer == Answer::publishers_page) {
        return snapshot_->find("/v1" + std::string(path), instant) != nullptr;
    }
    const bool is_open = route.path.find('{') != std::string_view::npos;
    return snapshot_->find(path, instant) || !(is_open || is_content(route.answer));
}

base::Result<ContentAnswer::Choice, render::BadParameter> ContentAnswer::choose(const Request& request,
                                                                                Answer answer) const {
    Choice choice;
    choice.instant = floor<seconds>(now_);
    choice.vary = kVaryByCoding;
    if (!is_content(answer)) return choice;
    const auto instant = as_of(request, snapshot_->catalogue().publisher.zone);
    if (!instant) return tl::unexpected(instant.error());
    choice.by_clock = !*instant;
    choice.instant = instant->value_or(choice.instant);
    const auto language = lang(request);
    if (!language) return tl::unexpected(language.error());
    choice.asked_language = *language;
    choice.language = *language ? **language : preferred_language(request);
    choice.vary = vary_line(answer == Answer::item, !*language);
    choice.linked_data = answer == Answer::item && prefers_linked_data(request);
    return choose_variant(request, answer, choice);
}

base::Result<ContentAnswer::Choice, render::BadParameter> ContentAnswer::choose_variant(const Request& request,
                                                                                        Answer answer,
                                                                                        Choice choice) const {
    if (answer == Answer::resource_list) {
        auto filters = resource_filters(request, snapshot_->edition(choice.instant).filter_values);
        if (!filters) return tl::unexpected(filters.error());
        choice.filters = *filters;
    }
    choice.form = form_of(answer);
    if (choice.form) {
        const auto embed = embed_choice(request, *choice.form);
        if (!embed) return tl::unexpected(embed.error());
        choice.embed = *embed;
    }
    return choice;
}

const Representation* ContentAnswer::find(std::string_view path, Answer answer, const Choice& choice) const {
    const auto at = [&](std::string_view key) { return snapshot_->find(key, choice.instant, choice.language); };
    if (answer == Answer::resource_list) {
        const auto* list = at(render::resource_list_path(choice.filters));
        return list ? list : at(render::empty_resource_list_path());
    }
    if (choice.form && choice.embed != render::EmbedChoice{}) {
        return at(render::chosen_path(path, *choice.form, choice.embed));
    }
    const auto* linked = choice.linked_data ? at(render::linked_data_path(path)) : nullptr;
    return linked ? linked : at(path);
}

// The ids that `sections` may name where an embed has this path.
std::vector<std::string> ContentAnswer::sections_of(std::string_view path, const Choice& choice) const {
    std::vector<std::string> ids;
    for (const auto& toolkit : snapshot_->catalogue().toolkits) {
        if (render::embed_path(*choice.form, toolkit.id) != path) continue;
        for (const auto& section : toolkit.sections) {
            if (section.window.holds(choice.instant)) ids.push_back(section.id);
        }
    }
    return ids;
}

Response ContentAnswer::found(const Request& request, const Representation& representation,
                              const Choice& choice) const {
    const auto& form = representation.form(preferred_coding(request, representation));
    const Validators validators{form.tag, last_modified(representation)};
    const Outcome outcome = evaluate(request, validators, floor<seconds>(now_));
    if (outcome == Outcome::failed) {
        const auto sentence = message(choice.language, "problem.precondition_failed_detail");
        return problem_response({ProblemKind::precondition_failed, sentence, {}}, public_url_, choice.language);
    }
    Response response;
    response.keep = snapshot_;
    response.status = outcome == Outcome::not_modified ? 304 : 200;
    const std::string_view keys = representation.form(site::Coding::identity).label.purge;
    if (representation.kind == render::Kind::fixed) {
        response.lines[0] = kForEver;
        if (cache_.has_cdns()) response.lines[6] = keys;
    } else {
        set_content_lifetime(response, cache_, choice.by_clock ? representation.validity.until : std::nullopt, now_,
                             keys);
    }
    response.lines[4] = choice.vary;
    set_validators(response, form, validators.last_modified == representation.last_modified);
    if (response.status == 304) return response;
    response.lines[2] = form.label.description;
    response.stored = form.body.view();
    return response;
}

// A path with the parameters that were understood, written anew: nothing of the client's own bytes gets into a header.
std::string ContentAnswer::location_of(std::string_view path, const Choice& choice) {
    std::string location(path);
    if (choice.form) {
        render::EmbedChoice embed = choice.embed;
        if (!is_id(embed.sections)) embed.sections = {};  // the one value that is not a word of the service's
        location = render::chosen_path(path, *choice.form, embed);
    } else {
        location += render::resource_list_path(choice.filters).substr(render::kResourceList.size());
    }
    const auto add = [&](std::string_view name, const std::string& value) {
        location.append(location.find('?') == std::string::npos ? "?" : "&").append(name).append("=").append(value);
    };
    if (choice.asked_language) add("lang", std::string(tag_of(*choice.asked_language)));
    if (!choice.by_clock) add("as_of", base::rfc3339(choice.instant));
    return location;
}

Response ContentAnswer::moved(std::string_view path, const Choice& choice) const {
    Response response;
    response.status = 308;
    response.set("Location", public_url_ + location_of(path, choice));
    set_lifetime(response, cache_, until_edition_ends(cache_.settings().redirect_max_age, choice), kRedirectKeys);
    return response;
}

Response ContentAnswer::moved_or_missing(const Request& request, std::string_view path, const Choice& choice) const {
    const auto& former = snapshot_->edition(choice.instant).moved;
    const auto today = former.find(path);
    return today == former.end() ? missing(request, choice) : moved(today->second, choice);
}

// Kept by caches, and so told apart by what chose its words.
Response ContentAnswer::missing(const Request& request, const Choice& choice) const {
    const auto [language, by_field] = problem_language(request);
    Response response = problem_response({ProblemKind::not_found, message(language, absence_of(request.path)), {}},
                                         public_url_, language);
    set_lifetime(response, cache_, until_edition_ends(cache_.settings().not_found_max_age, choice), kMissingKeys);
    if (by_field) response.set("Vary", "Accept-Language");
    return response;
}

Response ContentAnswer::bad_parameter(const Request& request, render::BadParameter parameter) const {
    const auto language = problem_language(request).language;
    const auto sentence = message(language, "problem.invalid_parameter_detail", {{"parameter", parameter.name}});
    return problem_response({ProblemKind::invalid_parameter, sentence, std::move(parameter)}, public_url_, language);
}

std::optional<Instant> ContentAnswer::last_modified(const Representation& representation) const {
    const auto& instant = representation.last_modified;
    return instant && *instant <= now_ ? instant : std::nullopt;
}

Lifetime ContentAnswer::until_edition_ends(seconds wish, const Choice& choice) const {
    const auto until = choice.by_clock ? snapshot_->edition(choice.instant).validity.until : std::nullopt;
    return bounded({wish, seconds{0}, seconds{0}}, until, now_);
}

}  // namespace toolkitd::http
