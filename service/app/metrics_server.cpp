#include "app/metrics_server.h"

#include <arpa/inet.h>

#include <charconv>
#include <utility>

namespace toolkitd::app {
namespace {

constexpr int kBacklog = 16;

std::optional<std::uint16_t> read_port(std::string_view text) {
    std::uint16_t port = 0;
    const auto* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, port);
    return text.empty() || read.ec != std::errc() || read.ptr != end ? std::nullopt : std::optional(port);
}

// A few programs ask, one after the other.
http::TransportSettings settings_for(const http::Address& address, std::optional<int> handed) {
    http::TransportSettings settings;
    settings.host = address.host;
    settings.port = address.port;
    settings.handed_socket = handed.value_or(-1);
    settings.loops = 1;
    settings.backlog = kBacklog;
    return settings;
}

}  // namespace

std::optional<http::Address> read_address(const std::string& text) {
    const auto colon = text.rfind(':');
    if (colon == std::string::npos) return std::nullopt;
    const auto port = read_port(std::string_view(text).substr(colon + 1));
    std::string host = text.substr(0, colon);
    const bool literal = host.size() > 2 && host.front() == '[' && host.back() == ']';
    if (literal) host = host.substr(1, host.size() - 2);
    const bool has_colon = host.find(':') != std::string::npos;
    if (!port || has_colon != literal) return std::nullopt;
    return http::Address{host, *port};
}

bool is_loopback(const std::string& host) {
    in_addr four{};
    if (inet_pton(AF_INET, host.c_str(), &four) == 1) return (ntohl(four.s_addr) >> 24U) == 127;
    return host == "::1" || host == "localhost";
}

MetricsServer::MetricsServer(const http::Metrics& metrics, const http::TransportSettings& settings,
                             const base::Clock& clock)
    : handler_(metrics), transport_(http::make_transport(settings, handler_, clock)) {}

base::Result<std::unique_ptr<MetricsServer>> MetricsServer::open(const http::Address& address,
                                                                 std::optional<int> handed,
                                                                 const http::Metrics& metrics,
                                                                 const base::Clock& clock) {
    std::unique_ptr<MetricsServer> server(new MetricsServer(metrics, settings_for(address, handed), clock));
    const auto listens = server->transport_->open();
    if (!listens) return tl::unexpected(listens.error());
    server->address_ = *listens;
    server->thread_ = std::thread([&transport = *server->transport_] { transport.run(); });
    return server;
}

MetricsServer::~MetricsServer() {
    if (!thread_.joinable()) return;
    transport_->stop();
    thread_.join();
}

}  // namespace toolkitd::app
