#include "http/probe.h"

#include <httplib.h>
#include <netdb.h>
#include <netinet/in.h>

#include <cstring>

namespace toolkitd::http {
namespace {

constexpr std::size_t kMostBytes = 1024 * 1024;
constexpr const char* kLoopback4 = "127.0.0.1";
constexpr const char* kLoopback6 = "::1";

bool stands_for_all(const addrinfo& found) {
    if (found.ai_family == AF_INET6) {
        sockaddr_in6 address{};
        std::memcpy(&address, found.ai_addr, sizeof address);
        return IN6_IS_ADDR_UNSPECIFIED(&address.sin6_addr);
    }
    sockaddr_in address{};
    std::memcpy(&address, found.ai_addr, sizeof address);
    return address.sin_addr.s_addr == INADDR_ANY;
}

// AF_INET or AF_INET6, or 0 where the host is no address that stands for all of them.
int every_address(const std::string& host) {
    if (host.empty()) return AF_INET6;
    addrinfo hints{};
    hints.ai_flags = AI_NUMERICHOST;
    addrinfo* found = nullptr;
    if (getaddrinfo(host.c_str(), nullptr, &hints, &found) != 0) return 0;
    const int family = stands_for_all(*found) ? found->ai_family : 0;
    freeaddrinfo(found);
    return family;
}

httplib::Result ask(const Address& address, const std::string& path, std::chrono::seconds patience,
                    std::string& content) {
    httplib::Client client(address.host, address.port);
    client.set_connection_timeout(patience);
    client.set_read_timeout(patience);
    return client.Get(path, [&content](const char* bytes, std::size_t count) {
        content.append(bytes, count);
        return content.size() <= kMostBytes;
    });
}

}  // namespace

std::vector<Address> reachable(const Address& address) {
    const Address by_ipv4{kLoopback4, address.port};
    const Address by_ipv6{kLoopback6, address.port};
    switch (every_address(address.host)) {
        case AF_INET: return {by_ipv4, by_ipv6};
        case AF_INET6: return {by_ipv6, by_ipv4};
        default: return {address};
    }
}

base::Result<Probed> probe(const std::vector<Address>& addresses, const std::string& path,
                           std::chrono::seconds patience) {
    std::string failures;
    for (const Address& address : addresses) {
        Probed probed;
        const auto answer = ask(address, path, patience, probed.content);
        if (answer) {
            probed.status = answer->status;
            return probed;
        }
        failures += (failures.empty() ? "" : "; ") + url_of(address) + path + ": " + httplib::to_string(answer.error());
        if (answer.error() != httplib::Error::Connection) break;
    }
    return base::fail("no answer from " + failures);
}

}  // namespace toolkitd::http
