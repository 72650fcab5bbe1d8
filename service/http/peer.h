// Who is at the other end of a connection, as far as anybody is told: whether it is this machine. Its address goes no
// further.
//
// A plain value, safe to use from any thread while its connection is open.
#pragma once

struct sockaddr;

namespace toolkitd::http {

// Whether an address is one that only this machine can send from: of the loopback interface (RFC 1122 section 3.2.1.3,
// RFC 4291 section 2.5.3), or of a socket in the file system.
bool is_of_this_machine(const sockaddr& address) noexcept;

class Peer {
public:
    // Nobody beyond this process.
    Peer() = default;
    // The client of a connected socket, which stays the caller's.
    explicit Peer(int socket) : socket_(socket) {}

    // Whether it is this process, or has an address of this machine. Asks the kernel; false where it does not know.
    bool is_on_this_machine() const noexcept;

private:
    int socket_ = -1;
};

}  // namespace toolkitd::http
