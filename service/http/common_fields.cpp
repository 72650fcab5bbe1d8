#include "http/common_fields.h"

namespace toolkitd::http {
namespace {

constexpr const char* kMethods = "GET, HEAD, OPTIONS";

}  // namespace

void add_common_fields(Response& response, bool rehearsal) {
    response.set("Access-Control-Allow-Origin", "*");
    response.set("Access-Control-Expose-Headers",
                 "Allow, Content-Language, Date, ETag, Link, Location, Retry-After, Toolkitd-Rehearsal");
    response.set("Cross-Origin-Resource-Policy", "cross-origin");
    response.set("Referrer-Policy", "no-referrer");
    response.set("X-Content-Type-Options", "nosniff");
    if (rehearsal) response.set("Toolkitd-Rehearsal", "true");
}

Response options_response() {
    Response response;
    response.status = 204;
    response.set("Allow", kMethods);
    response.set("Access-Control-Allow-Methods", kMethods);
    response.set("Access-Control-Allow-Headers",
                 "Accept, Accept-Language, Cache-Control, Content-Language, If-Match, If-Modified-Since, "
                 "If-None-Match, If-Unmodified-Since, Pragma, Traceparent");
    response.set("Access-Control-Max-Age", "86400");
    response.set("Cache-Control", "no-store");
    return response;
}

Response problem_response(const render::Problem& problem, const std::string& public_url, std::string cache_control) {
    Response response;
    response.status = render::status_code(problem.kind);
    response.set("Content-Type", "application/problem+json");
    response.set("Content-Language", "en");
    response.set("Cache-Control", std::move(cache_control));
    if (response.status == 405) response.set("Allow", kMethods);
    if (response.status == 503) response.set("Retry-After", "5");
    response.text = render::problem_json(problem, public_url);
    return response;
}

}  // namespace toolkitd::http
