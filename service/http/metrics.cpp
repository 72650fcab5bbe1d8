#include "http/metrics.h"

#include "http/common_fields.h"
#include "http/negotiation.h"
#include "telemetry/exposition.h"
#include "telemetry/meaning.h"

namespace toolkitd::http {
namespace {

using render::ProblemKind;
using telemetry::Exposition;

telemetry::SnapshotMeasures measure(const site::Snapshot& snapshot) {
    return {snapshot.catalogue().revision, snapshot.catalogue().revised_at, snapshot.loaded_at(),
            snapshot.editions().size(), snapshot.representation_count()};
}

Response problem(ProblemKind kind, const char* sentence) {
    Response response = problem_response({kind, sentence, {}}, {});
    add_unshared_fields(response);
    return response;
}

}  // namespace

Response Metrics::answer(const Request& request) const {
    const auto exposition = prefers_open_metrics(request) ? Exposition::open_metrics : Exposition::text;
    Response response;
    response.set("Content-Type", std::string(telemetry::media_type(exposition)));
    response.set("Cache-Control", "no-store");
    add_unshared_fields(response, sources_.rehearsal);
    response.text = telemetry::written(measure(), exposition);
    return response;
}

telemetry::Measures Metrics::measure() const {
    const auto snapshot = sources_.store.current();
    const auto now = sources_.clock.now();
    const auto instant = std::chrono::floor<std::chrono::seconds>(now);
    const auto& catalogue = snapshot->catalogue();
    telemetry::Measures measures;
    measures.build = sources_.build;
    measures.rehearsal = sources_.rehearsal;
    measures.now = now;
    measures.regulations = telemetry::measure_regulations(catalogue, snapshot->edition(instant).statuses, now);
    measures.switches = sources_.switches.last();
    measures.resources = telemetry::measure_resources(catalogue, instant);
    measures.snapshot = http::measure(*snapshot);
    measures.last_load = sources_.loads.last();
    measures.loads = sources_.loads.counts();
    measures.upkeep = sources_.loads.upkeep();
    measures.traffic = sources_.traffic.measures();
    measures.process = telemetry::measure_process();
    return measures;
}

Response MetricsHandler::answer(const Request& request) const {
    if (request.method == Method::options) {
        Response response;
        response.status = 204;
        response.set("Allow", kMethodsOfAll);
        add_unshared_fields(response);
        return response;
    }
    if (request.method == Method::other) {
        return problem(ProblemKind::method_not_allowed, "This path takes GET, HEAD and OPTIONS.");
    }
    if (request.path != "/metrics") {
        return problem(ProblemKind::not_found, "This address has the metrics, at /metrics, and nothing else.");
    }
    return metrics_.answer(request);
}

Response MetricsHandler::refuse(const Refusal& refusal) const { return problem(refusal.kind, refusal.sentence); }

}  // namespace toolkitd::http
