// What is said where there is no content to answer with.
#include "http/common_fields.h"
#include "http/content_answer.h"
#include "http/lifetime_fields.h"
#include "http/query.h"
#include "render/messages.h"

namespace toolkitd::http {
namespace {

using render::ProblemKind;

// What is not there may be so because the operator has not set what it is made of. Keys of messages.
const char* absence_of(std::string_view path) {
    if (path == "/sitemap.xml") return "absent.sitemap";
    if (path == "/.well-known/security.txt") return "absent.security_contact";
    return "problem.not_found_detail";
}

}  // namespace

// Kept by caches, and so told apart by what chose its words.
Response ContentAnswer::missing(const Request& request, const Choice& choice) const {
    const auto [language, by_field] = problem_language(request);
    const bool lacks_primary =
        request.path == "/v1/regulation-status" && snapshot_->lacks_primary(choice.instant, choice.known);
    const char* why = lacks_primary ? "absent.primary_regulation" : absence_of(request.path);
    Response response = problem_response({ProblemKind::not_found, message(language, why), {}}, public_url_, language);
    set_lifetime(response, cache_, until_edition_ends(cache_.settings().not_found_max_age, choice), kMissingKeys);
    if (by_field) response.set("Vary", "Accept-Language");
    return response;
}

Response ContentAnswer::bad_parameter(const Request& request, render::BadParameter parameter) const {
    const auto language = problem_language(request).language;
    const auto sentence = message(language, "problem.invalid_parameter_detail", {{"parameter", parameter.name}});
    return problem_response({ProblemKind::invalid_parameter, sentence, std::move(parameter)}, public_url_, language);
}

Response ContentAnswer::unknown_parameter(const Request& request, render::BadParameter parameter) const {
    const auto language = problem_language(request).language;
    const auto sentence = message(language, "problem.unknown_parameter_detail", {{"parameter", parameter.name}});
    return problem_response({ProblemKind::unknown_parameter, sentence, std::move(parameter)}, public_url_, language);
}

}  // namespace toolkitd::http
