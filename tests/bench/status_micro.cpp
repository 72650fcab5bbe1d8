// The status of a regulation at an instant: what is worked out at load, for each edition.
#include <benchmark/benchmark.h>

#include <chrono>

#include "bench/content.h"
#include "domain/status.h"

namespace toolkitd::bench {
namespace {

void status_of_the_t_visa_rule(benchmark::State& state) {
    const auto catalogue = real_catalogue();
    const auto& regulation = catalogue.regulations.front();
    const auto now = catalogue.revised_at.value() + std::chrono::hours{24};
    for ([[maybe_unused]] auto _ : state) benchmark::DoNotOptimize(domain::status_at(regulation, now));
}

BENCHMARK(status_of_the_t_visa_rule);

}  // namespace
}  // namespace toolkitd::bench
