#include "http/peer.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <string>

namespace toolkitd::http {
namespace {

bool is_here(const std::string& text) {
    sockaddr_in four{};
    four.sin_family = AF_INET;
    if (inet_pton(AF_INET, text.c_str(), &four.sin_addr) == 1)
        return is_of_this_machine(reinterpret_cast<const sockaddr&>(four));
    sockaddr_in6 six{};
    six.sin6_family = AF_INET6;
    EXPECT_EQ(inet_pton(AF_INET6, text.c_str(), &six.sin6_addr), 1) << text;
    return is_of_this_machine(reinterpret_cast<const sockaddr&>(six));
}

TEST(Peer, IsOnThisMachineWithAnAddressOfTheLoopbackInterface) {
    for (const auto* text : {"127.0.0.1", "127.255.255.254", "::1", "::ffff:127.0.0.1"})
        EXPECT_TRUE(is_here(text)) << text;
}

TEST(Peer, IsElsewhereWithAnyOtherAddress) {
    for (const auto* text : {"192.0.2.1", "10.0.0.1", "0.0.0.0", "126.255.255.255", "128.0.0.1", "::", "fe80::1",
                             "2001:db8::1", "::ffff:192.0.2.1", "::127.0.0.1"})
        EXPECT_FALSE(is_here(text)) << text;
}

TEST(Peer, IsReadFromItsSocket) {
    std::array<int, 2> ends{};
    ASSERT_EQ(socketpair(AF_UNIX, SOCK_STREAM, 0, ends.data()), 0);
    EXPECT_TRUE(Peer(ends[0]).is_on_this_machine());
    for (const int end : ends) close(end);
    EXPECT_FALSE(Peer(ends[0]).is_on_this_machine());  // the kernel does not know it any more
    EXPECT_TRUE(Peer().is_on_this_machine());          // this process itself
}

}  // namespace
}  // namespace toolkitd::http
