// Counts what the loops do. Each loop has counts of its own, which it alone writes, so that to count costs it next to
// nothing; whoever wants to know adds them up.
//
// As a witness, used by each loop on its own thread; `measures` may be called from any. How many counts there are is
// fixed, whatever clients send.
#pragma once

#include <memory>
#include <vector>

#include "http/witness.h"
#include "telemetry/measures.h"

namespace toolkitd::http {

class Traffic final : public Witness {
public:
    // `loops`: how many there will be, at most. `next` is told all the same, and must outlive it.
    explicit Traffic(unsigned loops, Witness* next = nullptr);
    ~Traffic() override;

    bool asks_for_traces() const noexcept override { return next_ && next_->asks_for_traces(); }
    void failed(const Failure& failure) noexcept override;
    void saw(unsigned loop, const Exchange& exchange) noexcept override;
    void moved(unsigned loop, std::optional<ConnectionState> from, std::optional<ConnectionState> to) noexcept override;

    telemetry::TrafficMeasures measures() const;

private:
    struct Counts;

    std::vector<std::unique_ptr<Counts>> loops_;
    Witness* next_;
};

}  // namespace toolkitd::http
