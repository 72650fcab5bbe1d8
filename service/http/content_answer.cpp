#include "http/content_answer.h"

#include <algorithm>

#include "http/common_fields.h"
#include "http/conditional.h"
#include "http/labels.h"
#include "http/lifetime_fields.h"
#include "http/lookalike.h"
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

// On the paths of JSON and of feeds alone, which programs ask for. A link to a page leads there, whatever it carries.
std::optional<render::BadParameter> lookalike_of(const Request& request, Answer answer) {
    constexpr std::string_view kInterface = "/v1";
    if (!is_content(answer) || !request.path.starts_with(kInterface)) return std::nullopt;
    return lookalike(request, answer);
}

std::optional<render::EmbedForm> form_of(Answer answer) {
    if (answer == Answer::embed_page) return render::EmbedForm::page;
    if (answer == Answer::embed_fragment) return render::EmbedForm::fragment;
    return std::nullopt;
}

// "/v1/toolkits/lereporting/sections/" for "/embed/lereporting/fragment"
std::string section_list_of(std::string_view embed) {
    constexpr std::string_view kEmbeds = "/embed/";
    embed.remove_prefix(std::min(kEmbeds.size(), embed.size()));
    return "/v1/toolkits/" + std::string(embed.substr(0, embed.find('/'))) + "/sections/";
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
    choice.instant = choice.known = floor<seconds>(now_);
    const std::string path = "/v1" + std::string(request.path);
    const auto& former = edition(choice).moved;
    const auto today = former.find(path);
    const std::string& current = today == former.end() ? path : today->second;
    const auto* toolkit = at(current, choice);
    if (!toolkit) return missing(request, choice);
    if (toolkit->status != 200) return found(request, *toolkit, choice);
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
    if (const auto unknown = lookalike_of(request, answer)) return unknown_parameter(request, *unknown);
    if (const auto* representation = find(request.path, answer, *choice)) {
        return found(request, *representation, *choice);
    }
    if (!choice->embed.sections.empty() && at(request.path, *choice)) {
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
    if (const auto unknown = lookalike_of(request, answer)) return unknown_parameter(request, *unknown);
    const bool is_itself = path == request.path;  // a route that is not to be had here
    if (!is_itself && leads_somewhere(path, *route, *choice)) return moved(path, *choice);
    return moved_or_missing(request, path, *choice);
}

// A route that is open to any segment leads somewhere only where there is content: nothing of the client's own gets
// into a header.
bool ContentAnswer::leads_somewhere(std::string_view path, const Route& route, const Choice& choice) const {
    if (route.answer == Answer::publishers_page) return at("/v1" + std::string(path), choice) != nullptr;
    const bool is_open = route.path.find('{') != std::string_view::npos;
    return at(path, choice) || !(is_open || is_content(route.answer));
}

base::Result<ContentAnswer::Choice, render::BadParameter> ContentAnswer::choose(const Request& request,
                                                                                Answer answer) const {
    Choice choice;
    choice.instant = choice.known = floor<seconds>(now_);
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
        const auto todays = [&](std::string_view filter, std::string_view former) {
            return filter == "toolkit" ? todays_id("/v1/toolkits/", former, choice) : std::string_view();
        };
        auto filters = resource_filters(request, edition(choice).filter_values, todays);
        if (!filters) return tl::unexpected(filters.error());
        choice.filters = *filters;
    }
    choice.form = form_of(answer);
    if (choice.form) {
        const auto embed = embed_choice(request, *choice.form);
        if (!embed) return tl::unexpected(embed.error());
        choice.embed = *embed;
        const auto section = todays_id(section_list_of(request.path), choice.embed.sections, choice);
        if (!section.empty()) choice.embed.sections = section;
    }
    return choice;
}

const Representation* ContentAnswer::at(std::string_view path, const Choice& choice) const {
    return snapshot_->find(path, choice.instant, render::kUsualLanguage, choice.known);
}

// The id that stands in today's path in place of a former one; empty where that is none.
std::string_view ContentAnswer::todays_id(const std::string& before, std::string_view former,
                                          const Choice& choice) const {
    if (former.empty() || !is_id(former)) return {};
    const auto& moved = edition(choice).moved;
    const auto found = moved.find(before + std::string(former));
    if (found == moved.end()) return {};
    const std::string_view path = found->second;
    return path.substr(path.rfind('/') + 1);
}

const Representation* ContentAnswer::find(std::string_view path, Answer answer, const Choice& choice) const {
    const auto at = [&](std::string_view key) {
        return snapshot_->find(key, choice.instant, choice.language, choice.known);
    };
    if (answer == Answer::resource_list) {
        const auto* list = at(render::resource_list_path(choice.filters));
        return list ? list : at(render::empty_resource_list_path());
    }
    if (choice.form && choice.embed != render::EmbedChoice{}) {
        const auto* chosen = at(render::chosen_path(path, *choice.form, choice.embed));
        return chosen ? chosen : at_if_withdrawn(path, choice);
    }
    const auto* linked = choice.linked_data ? at(render::linked_data_path(path)) : nullptr;
    return linked ? linked : at(path);
}

// Of a toolkit that was withdrawn no section is left: whichever was asked for, it says that and no more.
const Representation* ContentAnswer::at_if_withdrawn(std::string_view path, const Choice& choice) const {
    render::EmbedChoice whole = choice.embed;
    whole.sections = {};
    const auto key = render::chosen_path(path, *choice.form, whole);
    const auto* found = snapshot_->find(key, choice.instant, choice.language, choice.known);
    return found && found->status != 200 ? found : nullptr;
}

// The ids that `sections` may name where an embed has this path.
std::vector<std::string> ContentAnswer::sections_of(std::string_view path, const Choice& choice) const {
    std::vector<std::string> ids;
    for (const auto& toolkit : snapshot_->catalogue().toolkits) {
        if (render::embed_path(*choice.form, toolkit.id) != path) continue;
        for (const auto& section : toolkit.sections) {
            const auto& window = section.window;
            if (window.holds(choice.instant) && window.is_public(choice.known)) ids.push_back(section.id);
        }
    }
    return ids;
}

Response ContentAnswer::found(const Request& request, const Representation& representation,
                              const Choice& choice) const {
    const auto& form = representation.form(preferred_coding(request, representation));
    const Validators validators{form.tag, last_modified(representation)};
    const bool has_conditions = representation.status == 200;  // RFC 9110 section 13.2.1
    const Outcome outcome = has_conditions ? evaluate(request, validators, floor<seconds>(now_)) : Outcome::proceed;
    if (outcome == Outcome::failed) {
        const auto sentence = message(choice.language, "problem.precondition_failed_detail");
        return problem_response({ProblemKind::precondition_failed, sentence, {}}, public_url_, choice.language);
    }
    Response response;
    response.keep = snapshot_;
    response.status = outcome == Outcome::not_modified ? 304 : representation.status;
    const std::string_view keys = representation.form(site::Coding::identity).label.purge;
    if (representation.kind == render::Kind::fixed) {
        response.lines[0] = kForEver;
        if (cache_.has_cdns()) response.lines[6] = keys;
    } else {
        set_content_lifetime(response, cache_, changes_at(representation, choice), now_, keys);
    }
    response.lines[4] = choice.vary;
    if (has_conditions) set_validators(response, form, validators.last_modified == representation.last_modified);
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
    const auto& former = edition(choice).moved;
    const auto today = former.find(path);
    return today == former.end() ? missing(request, choice) : moved(today->second, choice);
}

std::optional<Instant> ContentAnswer::last_modified(const Representation& representation) const {
    const auto& instant = representation.last_modified;
    return instant && *instant <= now_ ? instant : std::nullopt;
}

// When the same request is answered with other bytes: for an instant that was asked for, only when more becomes public.
std::optional<Instant> ContentAnswer::changes_at(const Representation& representation, const Choice& choice) const {
    return choice.by_clock ? representation.validity.until : snapshot_->embargo_ends(choice.instant, choice.known);
}

Lifetime ContentAnswer::until_edition_ends(seconds wish, const Choice& choice) const {
    const auto until =
        choice.by_clock ? edition(choice).validity.until : snapshot_->embargo_ends(choice.instant, choice.known);
    return bounded({wish, seconds{0}, seconds{0}}, until, now_);
}

}  // namespace toolkitd::http
