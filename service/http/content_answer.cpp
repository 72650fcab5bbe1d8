#include "http/content_answer.h"

#include "http/common_fields.h"
#include "http/conditional.h"
#include "http/labels.h"
#include "http/negotiation.h"
#include "http/query.h"

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

bool is_content(Answer answer) { return answer == Answer::content || answer == Answer::resource_list; }

// The label's lines, but for one that tells of a change that is still to come.
void set_validators(Response& response, const site::Form& form, bool has_happened) {
    if (has_happened) {
        response.lines[1] = form.label.validators;
    } else {
        response.set("ETag", form.tag);
        response.set("Vary", "Accept-Encoding");
    }
}

// The parameters that were understood, written anew: nothing of the client's own bytes gets into a header.
std::string query_of(Instant instant, bool by_clock, const render::FilterChoice& filters) {
    std::string list = render::resource_list_path(filters).substr(render::kResourceList.size());
    if (by_clock) return list;
    return list + (list.empty() ? "?as_of=" : "&as_of=") + base::rfc3339(instant);
}

}  // namespace

Response ContentAnswer::home() const {
    Response response;
    response.status = 307;
    response.set("Location", public_url_ + "/v1");
    response.set("Cache-Control", cache_control({cache_.settings().redirect_max_age, seconds{0}, seconds{0}}));
    return response;
}

Response ContentAnswer::content(const Request& request, Answer answer) const {
    const auto choice = choose(request, answer);
    if (!choice) return bad_parameter(choice.error());
    if (const auto* representation = find(request.path, answer, *choice)) {
        return found(request, *representation, *choice);
    }
    return moved_or_missing(request.path, *choice);
}

Response ContentAnswer::unrouted(const Request& request) const {
    const auto path = without_trailing_slashes(request.path);
    const Route* route = match(path);
    const Answer answer = route ? route->answer : Answer::content;
    const auto choice = choose(request, answer);
    if (!choice) return bad_parameter(choice.error());
    if (!route) return missing(*choice);
    if (!is_content(answer) || snapshot_->find(path, choice->instant)) return moved(path, *choice);
    return moved_or_missing(path, *choice);
}

base::Result<ContentAnswer::Choice, render::BadParameter> ContentAnswer::choose(const Request& request,
                                                                                Answer answer) const {
    Choice choice{floor<seconds>(now_), true, {}};
    if (!is_content(answer)) return choice;
    const auto instant = as_of(request, snapshot_->catalogue().publisher.zone);
    if (!instant) return tl::unexpected(instant.error());
    choice.by_clock = !*instant;
    choice.instant = instant->value_or(choice.instant);
    if (answer != Answer::resource_list) return choice;
    auto filters = resource_filters(request, snapshot_->edition(choice.instant).filter_values);
    if (!filters) return tl::unexpected(filters.error());
    choice.filters = *filters;
    return choice;
}

const Representation* ContentAnswer::find(std::string_view path, Answer answer, const Choice& choice) const {
    if (answer != Answer::resource_list) return snapshot_->find(path, choice.instant);
    const auto* list = snapshot_->find(render::resource_list_path(choice.filters), choice.instant);
    return list ? list : snapshot_->find(render::empty_resource_list_path(), choice.instant);
}

Response ContentAnswer::found(const Request& request, const Representation& representation,
                              const Choice& choice) const {
    const auto& form = representation.form(preferred_coding(request, representation));
    const Validators validators{form.tag, last_modified(representation)};
    const Outcome outcome = evaluate(request, validators, floor<seconds>(now_));
    if (outcome == Outcome::failed) {
        return problem_response({ProblemKind::precondition_failed, "The precondition is not met.", {}}, public_url_);
    }
    Response response;
    response.keep = snapshot_;
    response.status = outcome == Outcome::not_modified ? 304 : 200;
    set_lifetime(response, representation.validity.until, choice);
    set_validators(response, form, validators.last_modified == representation.last_modified);
    if (response.status == 304) return response;
    response.lines[2] = form.label.description;
    response.stored = *form.body;
    return response;
}

void ContentAnswer::set_lifetime(Response& response, std::optional<Instant> valid_until, const Choice& choice) const {
    if (!choice.by_clock || cache_.leaves_whole(valid_until, now_)) {
        response.lines[0] = cache_.content_line();
    } else {
        response.set("Cache-Control", lifetime(cache_.content(), valid_until, choice));
    }
}

Response ContentAnswer::moved(std::string_view path, const Choice& choice) const {
    Response response;
    response.status = 308;
    response.set("Location",
                 public_url_ + std::string(path) + query_of(choice.instant, choice.by_clock, choice.filters));
    response.set("Cache-Control", until_edition_ends(cache_.settings().redirect_max_age, choice));
    return response;
}

Response ContentAnswer::moved_or_missing(std::string_view path, const Choice& choice) const {
    const auto& former = snapshot_->edition(choice.instant).moved;
    const auto today = former.find(path);
    return today == former.end() ? missing(choice) : moved(today->second, choice);
}

Response ContentAnswer::missing(const Choice& choice) const {
    return problem_response(
        {ProblemKind::not_found, "There is nothing at this path at the instant that was asked for.", {}}, public_url_,
        until_edition_ends(cache_.settings().not_found_max_age, choice));
}

Response ContentAnswer::bad_parameter(render::BadParameter parameter) const {
    const std::string sentence = "The parameter `" + parameter.name + "` has a value that it cannot have.";
    return problem_response({ProblemKind::invalid_parameter, sentence, std::move(parameter)}, public_url_);
}

std::optional<Instant> ContentAnswer::last_modified(const Representation& representation) const {
    const auto& instant = representation.last_modified;
    return instant && *instant <= now_ ? instant : std::nullopt;
}

std::string ContentAnswer::lifetime(const Lifetime& wish, std::optional<Instant> valid_until,
                                    const Choice& choice) const {
    return cache_control(bounded(wish, choice.by_clock ? valid_until : std::nullopt, now_));
}

std::string ContentAnswer::until_edition_ends(seconds wish, const Choice& choice) const {
    return lifetime({wish, seconds{0}, seconds{0}}, snapshot_->edition(choice.instant).validity.until, choice);
}

}  // namespace toolkitd::http
