#include "render/problem.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "render/messages.h"
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
};

constexpr std::array<Type, 15> kTypes{{
    {ProblemKind::bad_request, 400, "bad-request"},
    {ProblemKind::invalid_parameter, 400, "invalid-parameter"},
    {ProblemKind::unknown_parameter, 400, "unknown-parameter"},
    {ProblemKind::not_found, 404, "not-found"},
    {ProblemKind::method_not_allowed, 405, "method-not-allowed"},
    {ProblemKind::request_timeout, 408, "request-timeout"},
    {ProblemKind::gone, 410, "gone"},
    {ProblemKind::precondition_failed, 412, "precondition-failed"},
    {ProblemKind::content_too_large, 413, "content-too-large"},
    {ProblemKind::uri_too_long, 414, "uri-too-long"},
    {ProblemKind::head_too_large, 431, "head-too-large"},
    {ProblemKind::internal_error, 500, "internal-error"},
    {ProblemKind::not_implemented, 501, "not-implemented"},
    {ProblemKind::unavailable, 503, "unavailable"},
    {ProblemKind::version_not_supported, 505, "version-not-supported"},
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

// What the message files say of a type under a name such as "title".
std::string words(const Type& type, const char* name, Language language) {
    std::string key = "problem." + std::string(type.id) + "_" + name;
    std::replace(key.begin(), key.end(), '-', '_');
    return message(language, key);
}

Json to_json(const Withdrawn& withdrawn) {
    const auto& successor = withdrawn.successor;
    return {{"on", withdrawn.on},
            {"reason", withdrawn.reason},
            {"successor", successor ? Json{{"id", successor->id}, {"href", successor->href}} : Json(nullptr)}};
}

Json documentation(const Type& type, Language language) {
    return {{"id", type.id},
            {"status", type.status},
            {"title", words(type, "title", language)},
            {"meaning", words(type, "meaning", language)},
            {"what_to_do", words(type, "what_to_do", language)}};
}

}  // namespace

std::string_view id_of(ProblemKind kind) { return type_of(kind).id; }

int status_code(ProblemKind kind) { return type_of(kind).status; }

std::string problem_json(const Problem& problem, const std::string& public_url, Language language) {
    const Type& type = type_of(problem.kind);
    Json body = {{"type", public_url + item_path(kList, type.id)},
                 {"title", words(type, "title", language)},
                 {"status", type.status},
                 {"detail", problem.detail}};
    if (problem.parameter) {
        body["parameter"] = problem.parameter->name;
        body["given"] = problem.parameter->given.substr(0, kLongestGiven);
        body["allowed"] = allowed(problem.parameter->allowed);
    }
    if (problem.withdrawn) body["withdrawn"] = to_json(*problem.withdrawn);
    return body.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::vector<Page> problem_pages(const View& view, const Envelope& envelope) {
    std::vector<Page> pages;
    Json list = Json::array();
    const Json links = {{"up", view.url(kList)}};
    for (const auto& type : kTypes) {
        list.push_back(documentation(type, view.language()));
        pages.push_back(envelope.seal(item_path(kList, type.id), list.back(), links));
    }
    pages.push_back(envelope.seal(kList, list, Json::object()));
    return pages;
}

}  // namespace toolkitd::render
