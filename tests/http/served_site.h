// A service on a catalogue, with a clock that the test sets: everything behind the transport, and nothing mocked.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "domain/catalogue.h"
#include "http/service.h"
#include "site/store.h"
#include "support/fake_clock.h"
#include "support/times.h"

namespace toolkitd::testing {

// When the T visa rule takes effect.
inline const base::Instant kSwitch = at("2024-08-28T04:00:00Z");

// What the project itself publishes, read from config/content. Throws std::runtime_error where it has a fault.
domain::Catalogue real_catalogue();

class ServedSite {
public:
    // The first regulation is the primary one. The settings' `public_url` and `rehearsal` go for the content, too.
    ServedSite(domain::Catalogue catalogue, base::TimePoint now, const http::ServiceSettings& settings = {});

    // What the service answers to a target such as "/v1/resources?kind=video", in which nothing is percent-decoded.
    http::Response get(std::string_view target, std::vector<http::Field> fields = {}) const;
    http::Response ask(http::Method method, std::string_view target, std::vector<http::Field> fields = {}) const;

    FakeClock clock;
    std::shared_ptr<const site::Snapshot> snapshot;
    site::Store store;
    telemetry::Loads loads;
    http::Service service;
};

// The header fields, in the order in which they are sent.
std::vector<std::pair<std::string, std::string>> fields_of(const http::Response& response);

// A field's value, or "none".
std::string value(const http::Response& response, std::string_view name);

// The content, read; throws where it is no JSON.
nlohmann::json json(const http::Response& response);

}  // namespace toolkitd::testing
