// The check of a request's head: as wrk sends it, and with the fields of a browser.
#include <benchmark/benchmark.h>

#include <stdexcept>
#include <string>

#include "http/head.h"

namespace toolkitd::bench {
namespace {

const std::string kShort = "GET /v1/regulation-status HTTP/1.1\r\nHost: 127.0.0.1:8080\r\n\r\n";

const std::string kBrowser =
    "GET /v1/regulation-status HTTP/1.1\r\n"
    "Host: toolkits.example.org\r\n"
    "User-Agent: Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0\r\n"
    "Accept: application/json, text/plain, */*\r\n"
    "Accept-Language: en-US,en;q=0.5\r\n"
    "Accept-Encoding: gzip, deflate, br, zstd\r\n"
    "Referer: https://www.example.org/legal/reporting\r\n"
    "Origin: https://www.example.org\r\n"
    "DNT: 1\r\n"
    "Connection: keep-alive\r\n"
    "Sec-Fetch-Dest: empty\r\n"
    "Sec-Fetch-Mode: cors\r\n"
    "Sec-Fetch-Site: cross-site\r\n"
    "Priority: u=4\r\n\r\n";

void check_head(benchmark::State& state, const std::string& bytes) {
    const http::HeadLimits limits;
    http::Head head;
    if (http::check_head(bytes, limits, head)) throw std::runtime_error("the head is refused");
    for ([[maybe_unused]] auto _ : state) {
        benchmark::DoNotOptimize(http::check_head(bytes, limits, head));
        benchmark::ClobberMemory();
    }
}

BENCHMARK_CAPTURE(check_head, short, kShort);
BENCHMARK_CAPTURE(check_head, browser, kBrowser);

}  // namespace
}  // namespace toolkitd::bench
