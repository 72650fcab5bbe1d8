// The service, asked without a network and at an instant of choice.
//
// For use on one thread.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "http/service.h"
#include "mirror/recording.h"
#include "site/store.h"

namespace toolkitd::mirror {

// Stands where it was put.
class StandingClock final : public base::Clock {
public:
    base::TimePoint now() const override { return now_; }
    void set(base::Instant now) { now_ = now; }

private:
    base::TimePoint now_{};
};

class Asking {
public:
    Asking(std::shared_ptr<const site::Snapshot> snapshot, const Settings& settings);
    Asking(const Asking&) = delete;
    Asking& operator=(const Asking&) = delete;

    // The answer to a GET of a target, in which nothing is percent-encoded.
    http::Response get(std::string_view target, base::Instant at, std::vector<http::Field> fields = {});

    // The answer to a method that there is none for.
    http::Response other(std::vector<http::Field> fields);

private:
    StandingClock clock_;
    site::Store store_;
    telemetry::Loads loads_;
    http::Service service_;
};

// What a response says, its lines read as fields.
Fields fields_of(const http::Response& response);

// The value of a field; empty where there is none.
std::string_view value_of(const Fields& fields, std::string_view name);

}  // namespace toolkitd::mirror
