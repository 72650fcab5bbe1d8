#include "http/service.h"

#include "http/common_fields.h"
#include "http/content_answer.h"
#include "http/health_answer.h"
#include "http/oembed_answer.h"
#include "http/query.h"
#include "http/route_table.h"
#include "render/messages.h"

namespace toolkitd::http {
namespace {

using render::ProblemKind;

Response method_not_allowed(const Request& request, const std::string& public_url) {
    const auto language = problem_language(request).language;
    return problem_response(
        {ProblemKind::method_not_allowed, message(language, "problem.method_not_allowed_detail"), {}}, public_url,
        language);
}

}  // namespace

Service::Service(const site::Store& store, const telemetry::Loads& loads, const base::Clock& clock,
                 ServiceSettings settings, const Metrics* metrics)
    : store_(store), loads_(loads), clock_(clock), metrics_(metrics) {
    change(std::move(settings));
}

void Service::change(ServiceSettings settings) {
    const std::lock_guard lock(changing_);
    terms_ = &all_.emplace_back(std::move(settings));
}

Response Service::answer(const Request& request) const {
    const Terms& terms = *terms_;
    const Route* route = match(request.path);
    Response response = answer(request, route, terms);
    response.route = route;
    if (response.lines[3].empty()) add_common_fields(response, terms.settings.rehearsal);
    return response;
}

Response Service::refuse(const Refusal& refusal) const {
    const ServiceSettings& settings = terms_.load()->settings;
    Response response = problem_response({refusal.kind, refusal.sentence, {}}, settings.public_url);
    add_common_fields(response, settings.rehearsal);
    return response;
}

Response Service::answer(const Request& request, const Route* route, const Terms& terms) const {
    if (request.method == Method::options) return options_response();
    const auto snapshot = store_.current();
    const base::TimePoint now = clock_.now();
    const ServiceSettings& settings = terms.settings;
    const ContentAnswer content{snapshot, now, terms.cache, settings.public_url};
    if (request.method == Method::other) return method_not_allowed(request, settings.public_url);
    if (!route) return content.unrouted(request);
    switch (route->answer) {
        case Answer::home: return content.home();
        case Answer::content:
        case Answer::item:
        case Answer::resource_list:
        case Answer::embed_page:
        case Answer::embed_fragment:
        case Answer::document: return content.content(request, route->answer);
        case Answer::publishers_page: return content.publishers_page(request);
        case Answer::oembed:
            return oembed_answer(request, *snapshot, now, terms.cache, {settings.public_url, settings.own_url()});
        case Answer::live: return passing_answer();
        case Answer::ready: return passing_answer(ready_);
        case Answer::health: return health_answer(*snapshot, loads_.last(), now, settings.build, settings.rehearsal);
        case Answer::metrics: return metrics_ ? metrics_->answer(request) : content.unrouted(request);
        case Answer::version: return version_answer(settings.build, snapshot->catalogue().revision);
    }
    return problem_response({ProblemKind::internal_error, "The service failed to answer.", {}}, settings.public_url);
}

}  // namespace toolkitd::http
