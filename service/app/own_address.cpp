#include "app/own_address.h"

#include <netdb.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <array>
#include <charconv>
#include <cstring>
#include <memory>

#include "app/metrics_server.h"

namespace toolkitd::app {
namespace {

using Addresses = std::unique_ptr<addrinfo, decltype(&freeaddrinfo)>;

Addresses resolve(const std::string& host) {
    addrinfo hints{};
    hints.ai_flags = AI_PASSIVE;
    hints.ai_socktype = SOCK_STREAM;
    addrinfo* found = nullptr;
    if (getaddrinfo(host.c_str(), "0", &hints, &found) != 0) found = nullptr;
    return {found, &freeaddrinfo};
}

// As numbers; nothing where the socket is none of TCP's.
std::optional<http::Address> address_of(int socket) {
    sockaddr_storage address{};
    socklen_t length = sizeof address;
    if (getsockname(socket, reinterpret_cast<sockaddr*>(&address), &length) != 0) return std::nullopt;
    if (address.ss_family != AF_INET && address.ss_family != AF_INET6) return std::nullopt;
    std::array<char, NI_MAXHOST> host{};
    std::array<char, NI_MAXSERV> port{};
    const int error = getnameinfo(reinterpret_cast<sockaddr*>(&address), length, host.data(), host.size(), port.data(),
                                  port.size(), NI_NUMERICHOST | NI_NUMERICSERV);
    if (error != 0) return std::nullopt;
    http::Address read{host.data(), 0};
    std::from_chars(port.data(), port.data() + std::strlen(port.data()), read.port);
    return read;
}

// Linux lets two sockets with SO_REUSEADDR have one port while neither listens; the one that listens later is the
// transport's.
http::Descriptor bound_to_any_port(const std::string& host) {
    const auto addresses = resolve(host);
    for (const addrinfo* address = addresses.get(); address; address = address->ai_next) {
        http::Descriptor socket(::socket(address->ai_family, SOCK_STREAM | SOCK_CLOEXEC, address->ai_protocol));
        const int on = 1;
        if (!socket.open()) continue;
        setsockopt(socket.number(), SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
        if (bind(socket.number(), address->ai_addr, address->ai_addrlen) == 0) return socket;
    }
    return {};
}

}  // namespace

OwnAddress::OwnAddress(http::TransportSettings& settings, std::optional<int> handed_socket) {
    http::Address address{settings.host, settings.port};
    if (handed_socket) address = address_of(*handed_socket).value_or(http::Address{});
    if (!is_loopback(address.host)) return;
    if (address.port == 0) {
        reserved_ = bound_to_any_port(address.host);
        if (!reserved_.open()) return;
        if (const auto bound = address_of(reserved_.number())) settings.port = address.port = bound->port;
    }
    if (address.port != 0) url_ = http::url_of(address);
}

}  // namespace toolkitd::app
