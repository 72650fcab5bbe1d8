// From a path and an instant to the representation.
#include <benchmark/benchmark.h>

#include <chrono>
#include <stdexcept>
#include <string_view>

#include "bench/content.h"

namespace toolkitd::bench {
namespace {

void find(benchmark::State& state, std::string_view path, bool is_there) {
    const auto& snapshot = real_snapshot();
    const auto now = snapshot.catalogue().revised_at.value() + std::chrono::hours{24};
    if ((snapshot.find(path, now) != nullptr) != is_there) throw std::runtime_error("not what was to be measured");
    for ([[maybe_unused]] auto _ : state) benchmark::DoNotOptimize(snapshot.find(path, now));
}

BENCHMARK_CAPTURE(find, status, "/v1/regulation-status", true);
BENCHMARK_CAPTURE(find, toolkit, "/v1/toolkits/lereporting", true);
BENCHMARK_CAPTURE(find, nothing, "/v1/toolkits/none", false);

}  // namespace
}  // namespace toolkitd::bench
