#include "http/access_log.h"

#include <string>

#include "http/route_table.h"

namespace toolkitd::http {
namespace {

std::string_view route_of(const Exchange& exchange) {
    if (exchange.route) return exchange.route->path;
    return exchange.refused ? "refused" : "none";
}

std::string written(double milliseconds) {
    std::string text = std::to_string(milliseconds);
    return text.substr(0, text.size() - 3);
}

void write(const telemetry::Log& log, const Exchange& exchange) {
    const double milliseconds = std::chrono::duration<double, std::milli>(exchange.duration).count();
    const auto id = exchange.trace ? *exchange.trace : make_trace();
    const std::string method(word(exchange.method));
    const std::string route(route_of(exchange));
    const std::string cut = exchange.whole ? "" : ", cut off";
    log.info(telemetry::Event::request,
             method + " " + route + " " + std::to_string(exchange.status) + ", " + std::to_string(exchange.bytes) +
                 " bytes, " + written(milliseconds) + " ms" + cut + ", " + std::string(id.text()),
             {{"method", method},
              {"route", route},
              {"status", std::int64_t{exchange.status}},
              {"bytes", static_cast<std::int64_t>(exchange.bytes)},
              {"duration_ms", milliseconds},
              {"whole", exchange.whole},
              {"request_id", std::string(id.text())}});
}

}  // namespace

void AccessLog::saw(unsigned /*loop*/, const Exchange& exchange) noexcept {
    if (!on_) return;
    try {
        write(log_, exchange);
    } catch (...) {
        return;  // a line less
    }
}

}  // namespace toolkitd::http
