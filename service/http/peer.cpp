#include "http/peer.h"

#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/un.h>

#include <cstring>

namespace toolkitd::http {
namespace {

bool is_loopback(const in_addr& address) { return ntohl(address.s_addr) >> 24U == 127; }

bool is_loopback(const in6_addr& address) {
    if (IN6_IS_ADDR_LOOPBACK(&address)) return true;
    in_addr mapped{};
    std::memcpy(&mapped, &address.s6_addr[12], sizeof mapped);
    return IN6_IS_ADDR_V4MAPPED(&address) && is_loopback(mapped);
}

}  // namespace

bool is_of_this_machine(const sockaddr& address) noexcept {
    if (address.sa_family == AF_UNIX) return true;
    if (address.sa_family == AF_INET) return is_loopback(reinterpret_cast<const sockaddr_in&>(address).sin_addr);
    return address.sa_family == AF_INET6 && is_loopback(reinterpret_cast<const sockaddr_in6&>(address).sin6_addr);
}

bool Peer::is_on_this_machine() const noexcept {
    if (socket_ < 0) return true;
    sockaddr_storage address{};
    socklen_t size = sizeof address;
    if (getpeername(socket_, reinterpret_cast<sockaddr*>(&address), &size) != 0) return false;
    return is_of_this_machine(reinterpret_cast<const sockaddr&>(address));
}

}  // namespace toolkitd::http
