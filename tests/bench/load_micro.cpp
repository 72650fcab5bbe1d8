// A full load of config/content: read and checked; rendered and compressed as well.
#include <benchmark/benchmark.h>

#include "bench/content.h"

namespace toolkitd::bench {
namespace {

void read_and_check(benchmark::State& state) {
    for ([[maybe_unused]] auto _ : state) benchmark::DoNotOptimize(real_catalogue());
}

void load(benchmark::State& state) {
    for ([[maybe_unused]] auto _ : state) benchmark::DoNotOptimize(snapshot_of(real_catalogue()));
}

BENCHMARK(read_and_check)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime()->UseRealTime();
BENCHMARK(load)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime()->UseRealTime();

}  // namespace
}  // namespace toolkitd::bench
