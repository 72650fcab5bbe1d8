#include "http/common_fields.h"

namespace toolkitd::http {
namespace {

constexpr std::string_view kRehearses = "Toolkitd-Rehearsal: true\r\n";

// What scripts may send. The asterisk is for any field, but for Authorization, which has to be named (Fetch standard,
// "CORS-preflight fetch"). Browsers from before it need the others by their names: what conditional requests, wrappers
// of fetch and tracing libraries add by themselves.
constexpr const char* kAllowedFields =
    "*, Accept, Accept-Language, Authorization, B3, Baggage, Cache-Control, Content-Language, Content-Type, "
    "Elastic-Apm-Traceparent, Expires, If-Match, If-Modified-Since, If-None-Match, If-Range, If-Unmodified-Since, "
    "Newrelic, Pragma, Range, Request-Context, Request-Id, Sentry-Trace, Traceparent, Tracestate, Uber-Trace-Id, "
    "X-Amzn-Trace-Id, X-B3-Flags, X-B3-ParentSpanId, X-B3-Sampled, X-B3-SpanId, X-B3-TraceId, X-Client-Version, "
    "X-Cloud-Trace-Context, X-Correlation-Id, X-Csrf-Token, X-Datadog-Origin, X-Datadog-Parent-Id, "
    "X-Datadog-Sampling-Priority, X-Datadog-Tags, X-Datadog-Trace-Id, X-Instana-L, X-Instana-S, X-Instana-T, "
    "X-Request-Id, X-Requested-With, X-Xsrf-Token";

}  // namespace

void add_common_fields(Response& response, bool rehearsal) {
    static constexpr std::string_view kLines =
        "Access-Control-Allow-Origin: *\r\n"
        "Access-Control-Expose-Headers: Age, Allow, Content-Language, Date, ETag, Link, Location, Retry-After, "
        "Toolkitd-Rehearsal\r\n"
        "Cross-Origin-Resource-Policy: cross-origin\r\n"
        "Referrer-Policy: no-referrer\r\n"
        "X-Content-Type-Options: nosniff\r\n"
        "Toolkitd-Rehearsal: true\r\n";
    static constexpr auto kReal = kLines.substr(0, kLines.size() - kRehearses.size());
    response.lines[3] = rehearsal ? kLines : kReal;
}

void add_unshared_fields(Response& response, bool rehearsal) {
    response.lines[3] =
        "Cross-Origin-Resource-Policy: same-origin\r\n"
        "Referrer-Policy: no-referrer\r\n"
        "X-Content-Type-Options: nosniff\r\n";
    if (rehearsal) response.lines[4] = kRehearses;
}

Response options_response() {
    Response response;
    response.status = 204;
    response.set("Allow", kMethodsOfAll);
    response.set("Access-Control-Allow-Methods", kMethodsOfAll);
    response.set("Access-Control-Allow-Headers", kAllowedFields);
    response.set("Access-Control-Max-Age", "86400");
    response.set("Cache-Control", "no-store");
    return response;
}

Response problem_response(const render::Problem& problem, const std::string& public_url, render::Language language) {
    Response response;
    response.status = render::status_code(problem.kind);
    response.set("Content-Type", render::kProblemType);
    response.set("Content-Language", std::string(tag_of(language)));
    response.set("Cache-Control", "no-store");
    if (response.status == 405) response.set("Allow", kMethodsOfAll);
    if (response.status == 503) response.set("Retry-After", "5");
    response.text = render::problem_json(problem, public_url, language);
    return response;
}

}  // namespace toolkitd::http
