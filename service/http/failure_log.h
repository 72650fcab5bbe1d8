// A line of the log for each request that a fault of the service's kept from its answer: which route, what was thrown,
// and the id of the request. What was thrown is named by its type, for its words may hold what a reader sent.
//
// Safe to use from any thread. Refers to the log and to `next`, which is told of everything, too; both must outlive it.
#pragma once

#include "http/witness.h"
#include "telemetry/log.h"

namespace toolkitd::http {

class FailureLog final : public Witness {
public:
    explicit FailureLog(const telemetry::Log& log, Witness* next = nullptr) : log_(log), next_(next) {}

    bool asks_for_traces() const noexcept override { return next_ && next_->asks_for_traces(); }
    void failed(const Failure& failure) noexcept override;
    void saw(unsigned loop, const Exchange& exchange) noexcept override;
    void moved(unsigned loop, std::optional<ConnectionState> from, std::optional<ConnectionState> to) noexcept override;

private:
    const telemetry::Log& log_;
    Witness* next_;
};

// What is being handled, for an operator: "std::bad_alloc", "std::system_error (generic:12)". Only within a handler of
// exceptions.
std::string current_exception_name();

}  // namespace toolkitd::http
