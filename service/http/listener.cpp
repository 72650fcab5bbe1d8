#include "http/listener.h"

#include <fcntl.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <memory>
#include <mutex>

namespace toolkitd::http {
namespace {

using Addresses = std::unique_ptr<addrinfo, decltype(&freeaddrinfo)>;

void set_option(int socket, int level, int name, int value) { setsockopt(socket, level, name, &value, sizeof value); }

base::Result<Addresses> resolve(const std::string& host, std::uint16_t port) {
    addrinfo hints{};
    hints.ai_flags = AI_PASSIVE | AI_NUMERICSERV;
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_family = host.empty() ? AF_INET6 : AF_UNSPEC;
    addrinfo* found = nullptr;
    const int error = getaddrinfo(host.empty() ? nullptr : host.c_str(), std::to_string(port).c_str(), &hints, &found);
    if (error != 0) {
        return base::fail("cannot listen on the host `" + host + "`: " + gai_strerror(error) +
                          "; name an address of this machine, such as 127.0.0.1");
    }
    return Addresses(found, &freeaddrinfo);
}

// The error's number, or 0.
int try_open(const addrinfo& address, int backlog, Descriptor& out) {
    Descriptor socket(::socket(address.ai_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, address.ai_protocol));
    if (!socket.open()) return errno;
    set_option(socket.number(), SOL_SOCKET, SO_REUSEADDR, 1);
    set_option(socket.number(), IPPROTO_TCP, TCP_NODELAY, 1);  // handed on to what is accepted
    if (address.ai_family == AF_INET6) set_option(socket.number(), IPPROTO_IPV6, IPV6_V6ONLY, 0);
    if (bind(socket.number(), address.ai_addr, address.ai_addrlen) != 0) return errno;
    if (listen(socket.number(), backlog) != 0) return errno;
    out = std::move(socket);
    return 0;
}

std::uint16_t port_of(int socket) {
    sockaddr_in6 address{};
    socklen_t length = sizeof address;
    getsockname(socket, reinterpret_cast<sockaddr*>(&address), &length);
    return ntohs(address.sin6_port);  // at the same place for IPv4
}

// As numbers; empty where the socket is none of TCP's.
std::string host_of(int socket) {
    sockaddr_storage address{};
    socklen_t length = sizeof address;
    getsockname(socket, reinterpret_cast<sockaddr*>(&address), &length);
    std::array<char, NI_MAXHOST> host{};
    if (address.ss_family != AF_INET && address.ss_family != AF_INET6) return {};
    getnameinfo(reinterpret_cast<sockaddr*>(&address), length, host.data(), host.size(), nullptr, 0, NI_NUMERICHOST);
    return host.data();
}

// Linux tells errors of the network that have befallen a connection as errors of accept(2).
Accepted::Outcome outcome_of(int error) {
    switch (error) {
        case EAGAIN: return Accepted::Outcome::none;
        case EMFILE:
        case ENFILE: return Accepted::Outcome::at_limit;
        case ENOMEM:
        case ENOBUFS:
        case EBADF:
        case EINVAL:
        case ENOTSOCK: return Accepted::Outcome::cannot;
        default: return Accepted::Outcome::lost;
    }
}

// A kernel without IPv6 still has every address of IPv4.
bool is_every_address_of_ipv6(const std::string& host) { return host.empty() || host == "::"; }

base::Failure cannot_listen(const std::string& host, std::uint16_t port, int error) {
    const std::string where = host + ":" + std::to_string(port);
    if (error == EADDRINUSE) {
        return {"the address " + where +
                " is taken by another process; stop that one, or choose another port with "
                "--port (0 for any that is free)"};
    }
    if (error == EACCES) return {"may not listen on " + where + "; ports below 1024 need privileges: choose another"};
    return {"cannot listen on " + where + ": " + std::strerror(error)};
}

}  // namespace

Listener::Listener(Descriptor socket, Address address)
    : socket_(std::move(socket)), spare_(::open("/dev/null", O_RDONLY | O_CLOEXEC)), address_(std::move(address)) {}

base::Result<Listener> Listener::open(const std::string& host, std::uint16_t port, int backlog) {
    const auto addresses = resolve(host, port);
    if (!addresses) return tl::unexpected(addresses.error());
    int error = EADDRNOTAVAIL;
    for (const addrinfo* address = addresses->get(); address; address = address->ai_next) {
        Descriptor socket;
        error = try_open(*address, backlog, socket);
        if (error != 0) continue;
        const auto bound = port_of(socket.number());
        return Listener(std::move(socket), Address{host, bound});
    }
    if (error == EAFNOSUPPORT && is_every_address_of_ipv6(host)) return open("0.0.0.0", port, backlog);
    return tl::unexpected(cannot_listen(host, port, error));
}

base::Result<Listener> Listener::adopt(Descriptor socket) {
    int listens = 0;
    socklen_t length = sizeof listens;
    getsockopt(socket.number(), SOL_SOCKET, SO_ACCEPTCONN, &listens, &length);
    const std::string host = host_of(socket.number());
    if (listens == 0 || host.empty()) return base::fail("the socket that was handed on is none that listens on TCP");
    fcntl(socket.number(), F_SETFL, O_NONBLOCK);
    fcntl(socket.number(), F_SETFD, FD_CLOEXEC);
    set_option(socket.number(), IPPROTO_TCP, TCP_NODELAY, 1);
    const auto port = port_of(socket.number());
    return Listener(std::move(socket), Address{host, port});
}

bool Listener::somebody_waits() const {
    pollfd waiting{socket_.number(), POLLIN, 0};
    return poll(&waiting, 1, 0) == 1;
}

Accepted Listener::accept() {
    const std::shared_lock lock(*shedding_);
    Descriptor connection(accept4(socket_.number(), nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC));
    if (connection.open()) return {Accepted::Outcome::taken, std::move(connection)};
    return {outcome_of(errno), {}};
}

Accepted::Outcome Listener::shed(const std::function<void(int)>& tell) {
    const std::unique_lock lock(*shedding_);
    if (!somebody_waits()) return Accepted::Outcome::none;
    spare_.close();
    spare_ = Descriptor(accept4(socket_.number(), nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC));
    if (spare_.open()) {
        tell(spare_.number());
        return Accepted::Outcome::taken;
    }
    const auto outcome = outcome_of(errno);
    spare_ = Descriptor(::open("/dev/null", O_RDONLY | O_CLOEXEC));
    return outcome;
}

}  // namespace toolkitd::http
