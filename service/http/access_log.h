// A line of the log for each answer: time, method, route, status, bytes, duration, and the id of the request. Who
// asked, for what exactly, and where they came from is not in it, for it is not in an Exchange.
//
// Safe to use from any thread. Refers to the log, which must outlive it, and which must hold nobody up.
#pragma once

#include <atomic>

#include "http/witness.h"
#include "telemetry/log.h"

namespace toolkitd::http {

class AccessLog final : public Witness {
public:
    AccessLog(const telemetry::Log& log, bool on) : log_(log), on_(on) {}

    void set_on(bool on) noexcept { on_ = on; }

    bool asks_for_traces() const noexcept override { return on_; }
    void saw(unsigned loop, const Exchange& exchange) noexcept override;

private:
    const telemetry::Log& log_;
    std::atomic<bool> on_;
};

}  // namespace toolkitd::http
