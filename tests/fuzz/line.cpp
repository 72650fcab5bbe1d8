#include "fuzz/line.h"

#include <poll.h>
#include <sys/socket.h>

#include <array>
#include <stdexcept>

#include "fuzz/property.h"

namespace toolkitd::fuzz {
namespace {

using Wants = http::Connection::Wants;

constexpr int kMostSteps = 100'000;

bool is_readable(int socket) {
    pollfd waiting{socket, POLLIN, 0};
    return poll(&waiting, 1, 0) == 1;
}

}  // namespace

Line::Line(http::Connection::Shared& shared, Reader reader) {
    std::array<int, 2> ends{};
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0, ends.data()) != 0) {
        throw std::runtime_error("no pair of sockets can be had");
    }
    client_ = http::Descriptor(ends[0]);
    server_ = ends[1];
    connection_ = std::make_unique<http::Connection>(http::Descriptor(server_), shared, now_);
    const int bytes = 1;  // the least that the kernel allows
    if (reader == Reader::slow) setsockopt(server_, SOL_SOCKET, SO_SNDBUF, &bytes, sizeof bytes);
}

void Line::send(std::string_view bytes) {
    while (!bytes.empty() && !closed()) {
        const auto count = ::send(client_.number(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (count > 0) bytes.remove_prefix(static_cast<std::size_t>(count));
        settle();
    }
}

void Line::finish() {
    shutdown(client_.number(), SHUT_WR);
    settle();
}

void Line::let_time_run_out() {
    for (int i = 0; i < kMostSteps && !closed(); ++i) {
        require(connection_->deadline() > now_, "a deadline lies ahead");
        now_ = connection_->deadline();
        follow(connection_->on_deadline(now_));
        settle();
    }
    require(closed(), "a connection closes once its deadlines have passed");
}

void Line::settle() {
    for (int i = 0; !closed(); ++i) {
        require(i < kMostSteps, "a connection comes to rest");
        if (wants_ == Wants::to_write) {
            receive();
            follow(connection_->on_writable(now_));
        } else if (is_readable(server_)) {
            follow(connection_->on_readable(now_));
        } else {
            break;
        }
    }
    receive();
}

// What was sent has to be read before the connection goes: this kind of socket throws it away otherwise.
void Line::follow(Wants wants) {
    wants_ = wants;
    if (wants != Wants::to_close) return;
    receive();
    connection_.reset();
}

void Line::receive() {
    std::array<char, 16384> buffer;
    for (;;) {
        const auto count = recv(client_.number(), buffer.data(), buffer.size(), 0);
        if (count <= 0) return;
        received_.append(buffer.data(), static_cast<std::size_t>(count));
    }
}

}  // namespace toolkitd::fuzz
