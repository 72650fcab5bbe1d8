// The least that can be done for a request: an epoll loop a thread that looks for an empty line, parses nothing, and
// sends the same bytes each time. No server that reads its requests can cost less.
//
//   bare_loop PORT THREADS ANSWER
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <exception>
#include <iostream>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "bench/answer_file.h"

namespace {

void watch(int epoll, int socket, unsigned events) {
    epoll_event event{};
    event.events = events;
    event.data.fd = socket;
    epoll_ctl(epoll, EPOLL_CTL_ADD, socket, &event);
}

int listen_on(int port) {
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    const int on = 1;
    setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    if (bind(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0 || listen(socket, 1024) != 0) {
        throw std::runtime_error("cannot listen on port " + std::to_string(port));
    }
    return socket;
}

void accept_all(int epoll, int listener) {
    const int on = 1;
    for (;;) {
        const int socket = accept4(listener, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
        if (socket < 0) return;
        setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        watch(epoll, socket, EPOLLIN);
    }
}

// wrk waits for the answer before it asks anew, and sends a request in one piece: one read holds one request.
void answer(int socket, std::string_view bytes) {
    std::array<char, 16384> buffer;
    const auto count = recv(socket, buffer.data(), buffer.size(), 0);
    if (count < 4 ||
        std::string_view(buffer.data(), static_cast<std::size_t>(count)).substr(static_cast<std::size_t>(count) - 4) !=
            "\r\n\r\n" ||
        send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL) < 0) {
        close(socket);
    }
}

void run(int listener, const std::string& bytes) {
    const int epoll = epoll_create1(EPOLL_CLOEXEC);
    watch(epoll, listener, EPOLLIN | EPOLLEXCLUSIVE);
    std::array<epoll_event, 128> events;
    for (;;) {
        const int count = epoll_wait(epoll, events.data(), static_cast<int>(events.size()), -1);
        for (int i = 0; i < count; ++i) {
            const int socket = events[static_cast<std::size_t>(i)].data.fd;
            if (socket == listener) {
                accept_all(epoll, listener);
            } else {
                answer(socket, bytes);
            }
        }
    }
}

}  // namespace

int main(int count, char** arguments) try {
    if (count != 4) throw std::runtime_error("usage: bare_loop PORT THREADS ANSWER");
    const auto answer = toolkitd::bench::read_answer(arguments[3]);
    const int listener = listen_on(std::atoi(arguments[1]));
    std::vector<std::jthread> threads;
    for (int i = 1; i < std::atoi(arguments[2]); ++i) threads.emplace_back([&] { run(listener, answer.bytes); });
    run(listener, answer.bytes);
} catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 1;
}
