// What /metrics answers: all of it is read when it is asked for. No cache keeps it, and no script of another site may
// read it: whoever may connect may read, and a browser within a network lends nobody its place there.
//
// Safe to call from any thread.
#pragma once

#include "base/clock.h"
#include "http/message.h"
#include "http/traffic.h"
#include "render/health.h"
#include "site/store.h"
#include "telemetry/last_load.h"
#include "telemetry/switches.h"

namespace toolkitd::http {

class Metrics {
public:
    // What is measured; it must outlive the metrics.
    struct Sources {
        const site::Store& store;
        const telemetry::Loads& loads;
        const telemetry::Switches& switches;
        const Traffic& traffic;
        const base::Clock& clock;
        bool rehearsal = false;
        render::Build build;
    };

    explicit Metrics(Sources sources) : sources_(std::move(sources)) {}

    // In OpenMetrics where the request prefers it, else in the text format of Prometheus.
    Response answer(const Request& request) const;

private:
    telemetry::Measures measure() const;

    Sources sources_;
};

// Answers for an address that has the metrics and nothing else. Refers to them.
class MetricsHandler final : public Handler {
public:
    explicit MetricsHandler(const Metrics& metrics) : metrics_(metrics) {}

    Response answer(const Request& request) const override;
    Response refuse(const Refusal& refusal) const override;

private:
    const Metrics& metrics_;
};

}  // namespace toolkitd::http
