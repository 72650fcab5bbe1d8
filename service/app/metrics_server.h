// The metrics at an address of their own.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <thread>

#include "base/clock.h"
#include "base/result.h"
#include "http/metrics.h"
#include "http/transport.h"

namespace toolkitd::app {

// "127.0.0.1:9464", "[::1]:9464", ":9464" for every address; nothing where it is none.
std::optional<http::Address> read_address(const std::string& text);

// Whether only this machine can reach a host.
bool is_loopback(const std::string& host);

class MetricsServer {
public:
    // Listens from then on, on the socket `handed` where there is one. Refers to the metrics and the clock, which must
    // outlive it. Fails with a sentence where it cannot listen.
    static base::Result<std::unique_ptr<MetricsServer>> open(const http::Address& address, std::optional<int> handed,
                                                             const http::Metrics& metrics, const base::Clock& clock);
    ~MetricsServer();

    const http::Address& address() const { return address_; }

private:
    MetricsServer(const http::Metrics& metrics, const http::TransportSettings& settings, const base::Clock& clock);

    http::MetricsHandler handler_;
    std::unique_ptr<http::Transport> transport_;
    http::Address address_;
    std::thread thread_;
};

}  // namespace toolkitd::app
