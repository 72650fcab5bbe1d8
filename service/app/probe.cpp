#include "http/probe.h"

#include <ostream>

#include "app/commands.h"
#include "app/report.h"

namespace toolkitd::app {
namespace {

constexpr std::chrono::seconds kPatience{3};

// A server that listens on every address is asked on this machine's own.
std::string reachable(const std::string& host) {
    if (host.empty() || host == "::") return "::1";
    return host == "0.0.0.0" ? "127.0.0.1" : host;
}

}  // namespace

int probe(const Settings& settings, Output output) {
    const http::Address address{reachable(settings.transport.host), settings.transport.port};
    const auto status = http::probe(address, "/healthz", kPatience);
    if (!status) {
        cannot(status.error().sentence, output);
        return 1;
    }
    const bool well = *status == 200;
    output.out << (well ? "pass" : "fail") << '\n';
    return well ? 0 : 1;
}

}  // namespace toolkitd::app
