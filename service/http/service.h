// From a request to its answer: route, snapshot, edition at now (or at `as_of`), representation, precondition,
// lifetime.
//
// Safe to call from any thread. Refers to the store, the loads and the clock, which must outlive it.
#pragma once

#include <atomic>
#include <list>
#include <mutex>
#include <string>

#include "base/clock.h"
#include "http/cache_policy.h"
#include "http/message.h"
#include "http/metrics.h"
#include "render/health.h"
#include "site/store.h"
#include "telemetry/last_load.h"

namespace toolkitd::http {

struct ServiceSettings {
    CacheSettings cache;
    std::string public_url;
    bool rehearsal = false;
    render::Build build;
    std::string listens_at{};     // the service's own address where there is no public_url; empty: not known
    bool metrics_public = false;  // /metrics answers whoever reaches it, and not this machine alone

    // As View::own_url.
    const std::string& own_url() const { return public_url.empty() ? listens_at : public_url; }
};

class Service final : public Handler {
public:
    // The metrics, where /metrics is to be had here; they must outlive it.
    Service(const site::Store& store, const telemetry::Loads& loads, const base::Clock& clock, ServiceSettings settings,
            const Metrics* metrics = nullptr);

    // Has every request from now on answered under these settings. Those before are kept for as long as the service is
    // there, for a request may still be under them; they are small, and seldom change.
    void change(ServiceSettings settings);

    // Has /readyz say from now on that no more is to be asked of this process.
    void end_readiness() noexcept { ready_ = false; }

    Response answer(const Request& request) const override;
    Response refuse(const Refusal& refusal) const override;

private:
    // The settings, and what follows from them.
    struct Terms {
        explicit Terms(ServiceSettings given) : settings(std::move(given)), cache(settings.cache) {}

        ServiceSettings settings;
        CachePolicy cache;
    };

    Response answer(const Request& request, const Route* route, const Terms& terms) const;
    Response metrics(const Request& request, const ServiceSettings& settings) const;

    const site::Store& store_;
    const telemetry::Loads& loads_;
    const base::Clock& clock_;
    const Metrics* metrics_;
    std::atomic<bool> ready_{true};
    std::mutex changing_;
    std::list<Terms> all_;
    std::atomic<const Terms*> terms_;
};

}  // namespace toolkitd::http
