// A server that the real program runs, on a port of its own choice.
#pragma once

#include <stdexcept>
#include <string>
#include <vector>

#include "app/program.h"
#include "http/client.h"

namespace toolkitd::testing {

// The first line that a program prints with these words in it. Throws where the program ends before.
inline std::string line_with(Program& program, const std::string& words) {
    for (;;) {
        auto line = program.line();
        if (line.find(words) != std::string::npos) return line;
    }
}

// The port in "listening on http://127.0.0.1:8080", whatever stands around it.
inline std::uint16_t port_in(const std::string& line) {
    const auto start = line.find(':', line.find("listening on http://") + std::string("listening on http:").size());
    return static_cast<std::uint16_t>(std::stoi(line.substr(start + 1)));
}

class Serving {
public:
    // Started, and waited for until it says that it listens. Throws std::runtime_error where it says anything else.
    explicit Serving(const std::vector<std::string>& more = {}, const Start& start = {})
        : program_(with_serve(more), start), address_{"127.0.0.1", port_once_listening(program_)} {}

    const http::Address& address() const { return address_; }
    std::string port() const { return std::to_string(address_.port); }
    Program& program() { return program_; }

    // The answer to a request of its own connection.
    Received get(std::string_view path) const {
        Client client(address_);
        client.send(testing::get(path, "Connection: close\r\n"));
        return client.read();
    }

private:
    static std::vector<std::string> with_serve(const std::vector<std::string>& more) {
        std::vector<std::string> all{"serve", "--port", "0"};
        all.insert(all.end(), more.begin(), more.end());
        return all;
    }

    static std::uint16_t port_once_listening(Program& program) {
        return port_in(line_with(program, "listening on http://127.0.0.1:"));
    }

    Program program_;
    http::Address address_;
};

}  // namespace toolkitd::testing
