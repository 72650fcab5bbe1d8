#include "render/problem.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "render/paths.h"

namespace toolkitd::render {
namespace {

constexpr const char* kList = "/v1/problems";
constexpr std::size_t kLongestGiven = 100;
constexpr std::size_t kMostAllowed = 50;

struct Type {
    ProblemKind kind;
    int status;
    const char* id;
    const char* title;
    const char* meaning;
    const char* what_to_do;
};

constexpr std::array<Type, 13> kTypes{{
    {ProblemKind::bad_request, 400, "bad-request", "The request is not valid HTTP",
     "The request breaks a rule of HTTP that the detail names. The connection is closed.",
     "Mend the client, or the proxy in between, that wrote the request."},
    {ProblemKind::invalid_parameter, 400, "invalid-parameter", "A parameter has a value that it cannot have",
     "A known query parameter was given a wrong value, or was given twice. Unknown parameters are ignored.",
     "Send one of the values in `allowed` to the parameter that `parameter` names, or leave it out."},
    {ProblemKind::not_found, 404, "not-found", "There is nothing at this path",
     "No content has this path at the instant that was asked for. It may have had it before, or may have it later.",
     "Start from /v1 and follow the links; see whether `as_of` names the instant that was meant."},
    {ProblemKind::method_not_allowed, 405, "method-not-allowed", "The method is not allowed",
     "Content is read only: GET, HEAD and OPTIONS are the methods of every path.",
     "Use a method that the field `Allow` names."},
    {ProblemKind::request_timeout, 408, "request-timeout", "The request took too long to arrive",
     "The head of the request was not complete in time. The connection is closed.", "Send the request again, at once."},
    {ProblemKind::precondition_failed, 412, "precondition-failed", "The content is not in the state that was demanded",
     "`If-Match` names no tag of today's content, or it has changed since `If-Unmodified-Since`.",
     "Fetch the content anew, without the condition."},
    {ProblemKind::content_too_large, 413, "content-too-large", "The request's content is too large",
     "No path takes content; a little is discarded, more is refused. The connection is closed.",
     "Send the request without content."},
    {ProblemKind::uri_too_long, 414, "uri-too-long", "The request's target is too long",
     "The path and query are longer than any that this service has. The connection is closed.",
     "Shorten the query; every parameter that is known is short."},
    {ProblemKind::head_too_large, 431, "head-too-large", "The request's header fields are too large",
     "The fields are too many, or too long. The connection is closed.",
     "Send fewer fields; no cookie or credential is of use here."},
    {ProblemKind::internal_error, 500, "internal-error", "The service failed to answer",
     "A fault of the service's, which its operator can see in its log.", "Try again later."},
    {ProblemKind::not_implemented, 501, "not-implemented", "The request needs what the service does not do",
     "The method is none that the service knows, or the transfer coding is another than `chunked`. The connection is "
     "closed.",
     "Use GET, HEAD or OPTIONS, and send the request without content."},
    {ProblemKind::unavailable, 503, "unavailable", "The service cannot answer now",
     "It is starting, stopping, or has too many connections.", "Try again after the time in `Retry-After`."},
    {ProblemKind::version_not_supported, 505, "version-not-supported", "The version of HTTP is not supported",
     "The service speaks HTTP/1.1 and HTTP/1.0. The connection is closed.", "Send the request in HTTP/1.1."},
}};

const Type& type_of(ProblemKind kind) {
    const auto found = std::find_if(kTypes.begin(), kTypes.end(), [&](const Type& type) { return type.kind == kind; });
    return *found;
}

Json allowed(const std::vector<std::string>& values) {
    Json list = Json::array();
    for (const auto& value : values) {
        if (list.size() == kMostAllowed) break;
        list.push_back(value);
    }
    return list;
}

Json documentation(const Type& type) {
    return {{"id", type.id},
            {"status", type.status},
            {"title", type.title},
            {"meaning", type.meaning},
            {"what_to_do", type.what_to_do}};
}

}  // namespace

int status_code(ProblemKind kind) { return type_of(kind).status; }

std::string problem_json(const Problem& problem, const std::string& public_url) {
    const Type& type = type_of(problem.kind);
    Json body = {{"type", public_url + item_path(kList, type.id)},
                 {"title", type.title},
                 {"status", type.status},
                 {"detail", problem.detail}};
    if (problem.parameter) {
        body["parameter"] = problem.parameter->name;
        body["given"] = problem.parameter->given.substr(0, kLongestGiven);
        body["allowed"] = allowed(problem.parameter->allowed);
    }
    return body.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::vector<Page> problem_pages(const View& view, const Envelope& envelope) {
    std::vector<Page> pages;
    Json list = Json::array();
    const Json links = {{"up", view.url(kList)}};
    for (const auto& type : kTypes) {
        list.push_back(documentation(type));
        pages.push_back(envelope.seal(item_path(kList, type.id), documentation(type), links));
    }
    pages.push_back(envelope.seal(kList, list, Json::object()));
    return pages;
}

}  // namespace toolkitd::render
