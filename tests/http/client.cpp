#include "http/client.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <stdexcept>
#include <utility>

namespace toolkitd::testing {
namespace {

constexpr int kPatience = 30'000;  // milliseconds; sanitizers on a busy machine are slow
constexpr std::string_view kHeadEnd = "\r\n\r\n";

int connected(const http::Address& address) {
    const int number = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(address.port);
    inet_pton(AF_INET, address.host.c_str(), &to.sin_addr);
    if (connect(number, reinterpret_cast<const sockaddr*>(&to), sizeof to) != 0) {
        close(number);
        throw std::runtime_error("cannot connect");
    }
    const int on = 1;
    setsockopt(number, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    return number;
}

std::size_t number(std::string_view text) {
    std::size_t read = 0;
    std::from_chars(text.data(), text.data() + text.size(), read);
    return read;
}

}  // namespace

std::string Received::field(std::string_view name) const {
    std::string_view rest = head;
    while (!rest.empty()) {
        const auto line = rest.substr(0, rest.find("\r\n"));
        rest.remove_prefix(std::min(rest.size(), line.size() + 2));
        const auto colon = line.find(": ");
        if (colon != std::string_view::npos && http::equal_names(line.substr(0, colon), name)) {
            return std::string(line.substr(colon + 2));
        }
    }
    return "none";
}

Client::Client(const http::Address& address) : socket_(connected(address)) {}
Client::Client(Client&& other) noexcept : socket_(std::exchange(other.socket_, -1)), input_(std::move(other.input_)) {}

Client::~Client() {
    if (socket_ >= 0) close(socket_);
}

void Client::send(std::string_view bytes) {
    while (!bytes.empty()) {
        const auto count = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (count < 0) throw std::runtime_error("cannot send");
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
}

void Client::finish() { shutdown(socket_, SHUT_WR); }

bool Client::readable_within(int milliseconds) {
    pollfd waiting{socket_, POLLIN, 0};
    return !input_.empty() || poll(&waiting, 1, milliseconds) > 0;
}

// Reads some more; false at the end.
bool Client::fill() {
    pollfd waiting{socket_, POLLIN, 0};
    if (poll(&waiting, 1, kPatience) <= 0) throw std::runtime_error("nothing came after " + input_);
    std::array<char, 65'536> buffer;
    const auto count = recv(socket_, buffer.data(), buffer.size(), 0);
    if (count <= 0) return false;
    input_.append(buffer.data(), static_cast<std::size_t>(count));
    return true;
}

std::string Client::take(std::size_t count) {
    while (input_.size() < count) {
        if (!fill()) throw std::runtime_error("the connection ended after " + input_);
    }
    std::string taken = input_.substr(0, count);
    input_.erase(0, count);
    return taken;
}

Received Client::read(bool head_only) {
    std::size_t end = std::string::npos;
    while ((end = input_.find(kHeadEnd)) == std::string::npos) {
        if (!fill()) throw std::runtime_error("the connection ended after " + input_);
    }
    Received received;
    received.head = take(end + kHeadEnd.size());
    received.status = static_cast<int>(number(std::string_view(received.head).substr(9, 3)));
    const auto length = received.field("Content-Length");
    if (!head_only && length != "none") received.content = take(number(length));
    return received;
}

std::string Client::read_to_end() {
    while (fill()) {
    }
    return std::exchange(input_, {});
}

std::string get(std::string_view path, std::string_view fields) {
    return "GET " + std::string(path) + " HTTP/1.1\r\nHost: x\r\n" + std::string(fields) + "\r\n";
}

}  // namespace toolkitd::testing
