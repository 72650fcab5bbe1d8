// Errors as the outside sees them: problem details, RFC 9457.
//
// Plain values and pure functions, safe to call from any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "render/envelope.h"
#include "render/page.h"
#include "render/view.h"

namespace toolkitd::render {

enum class ProblemKind {
    bad_request,
    invalid_parameter,
    unknown_parameter,
    not_found,
    gone,
    method_not_allowed,
    precondition_failed,
    request_timeout,
    content_too_large,
    uri_too_long,
    head_too_large,
    internal_error,
    not_implemented,
    unavailable,
    version_not_supported,
};

// A parameter that was given a value that it cannot have, or that is not there.
struct BadParameter {
    std::string name;
    std::string given;                 // as the client sent it, any bytes; told back shortened and escaped
    std::vector<std::string> allowed;  // the values, or a description of the form, or the parameters that there are;
                                       // told back in part where they are many
};

// What takes the place of what was withdrawn.
struct Successor {
    std::string id;
    std::string href;
};

// That content was withdrawn: the day or time, as its editor wrote it, and the editor's reason.
struct Withdrawn {
    std::string on;
    std::string reason;
    std::optional<Successor> successor;
};

inline constexpr const char* kProblemType = "application/problem+json";

struct Problem {
    ProblemKind kind = ProblemKind::internal_error;
    std::string detail;  // a sentence for the client's developer, in the language of the answer; holds nothing that the
                         // client sent
    std::optional<BadParameter> parameter;
    std::optional<Withdrawn> withdrawn{};
};

// "bad-request", ...: the last part of the type's address.
std::string_view id_of(ProblemKind kind);

// The status code of a kind (RFC 9110 section 15, RFC 6585).
int status_code(ProblemKind kind);

// application/problem+json, with its title in a language. `public_url` stands before the path of the problem's type;
// empty: the path stands alone.
std::string problem_json(const Problem& problem, const std::string& public_url, Language language = kUsualLanguage);

// /v1/problems, /v1/problems/{problem}: what each type means, at the address that it names, in the view's language.
std::vector<Page> problem_pages(const View& view, const Envelope& envelope);

}  // namespace toolkitd::render
