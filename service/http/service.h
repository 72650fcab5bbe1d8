// From a request to its answer: route, snapshot, edition at now (or at `as_of`), representation, precondition,
// lifetime.
//
// Safe to call from any thread. Refers to the store, the loads and the clock, which must outlive it.
#pragma once

#include <string>

#include "base/clock.h"
#include "http/cache_policy.h"
#include "http/message.h"
#include "render/health.h"
#include "site/store.h"
#include "telemetry/last_load.h"

namespace toolkitd::http {

struct ServiceSettings {
    CacheSettings cache;
    std::string public_url;
    bool rehearsal = false;
    render::Build build;
};

class Service final : public Handler {
public:
    Service(const site::Store& store, const telemetry::Loads& loads, const base::Clock& clock, ServiceSettings settings)
        : store_(store), loads_(loads), clock_(clock), settings_(std::move(settings)), cache_(settings_.cache) {}

    Response answer(const Request& request) const override;
    Response refuse(const Refusal& refusal) const override;

private:
    Response answer(const Request& request, const Route* route) const;

    const site::Store& store_;
    const telemetry::Loads& loads_;
    const base::Clock& clock_;
    ServiceSettings settings_;
    CachePolicy cache_;
};

}  // namespace toolkitd::http
