// A connection to this machine, none of whose calls waits for longer than it is told.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <cstdint>
#include <string_view>

namespace toolkitd::attack {

class Loopback {
public:
    // `receive_bytes` bounds what the kernel takes for the client before it is read; 0: as much as it likes.
    explicit Loopback(std::chrono::milliseconds patience, int receive_bytes = 0);
    ~Loopback();
    Loopback(Loopback&& other) noexcept;
    Loopback& operator=(Loopback&&) = delete;

    // False where it is refused, or took too long.
    bool connect(std::uint16_t port) const;
    bool send(std::string_view bytes) const;

    // How many bytes there were; 0 at the end, -1 where there were none in time or the connection is lost.
    ssize_t receive(char* into, std::size_t most) const;

    // As much as the kernel takes at once; -1 where that is nothing.
    ssize_t send_some(std::string_view bytes) const;

    int number() const { return socket_; }

private:
    int socket_;
};

}  // namespace toolkitd::attack
