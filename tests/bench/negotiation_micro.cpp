// The reading of Accept-Encoding.
#include <benchmark/benchmark.h>

#include <array>
#include <chrono>
#include <string_view>

#include "bench/content.h"
#include "http/negotiation.h"

namespace toolkitd::bench {
namespace {

void prefer(benchmark::State& state, std::string_view accepted) {
    const auto& snapshot = real_snapshot();
    const auto now = snapshot.catalogue().revised_at.value() + std::chrono::hours{24};
    const auto* representation = snapshot.find("/v1/toolkits/lereporting", now);
    const std::array fields{http::Field{http::FieldName::host, "127.0.0.1"},
                            http::Field{http::FieldName::accept_encoding, accepted}};
    http::Request request;
    request.fields = fields;
    for ([[maybe_unused]] auto _ : state) {
        benchmark::DoNotOptimize(http::preferred_coding(request, *representation));
        benchmark::ClobberMemory();
    }
}

BENCHMARK_CAPTURE(prefer, one, "gzip");
BENCHMARK_CAPTURE(prefer, browser, "gzip, deflate, br, zstd");
BENCHMARK_CAPTURE(prefer, weights, "br;q=0.5, gzip;q=0.8, identity;q=0.1, *;q=0");

}  // namespace
}  // namespace toolkitd::bench
