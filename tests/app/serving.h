// A server that the real program runs, on a port of its own choice.
#pragma once

#include <stdexcept>
#include <string>
#include <vector>

#include "app/program.h"
#include "http/client.h"

namespace toolkitd::testing {

class Serving {
public:
    // Started, and waited for until it says that it listens. Throws std::runtime_error where it says anything else.
    explicit Serving(const std::vector<std::string>& more = {}, const Start& start = {})
        : program_(with_serve(more), start), address_{"127.0.0.1", port_of(program_.line())} {}

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

    static std::uint16_t port_of(const std::string& line) {
        const std::string start = "listening on http://127.0.0.1:";
        if (!line.starts_with(start)) throw std::runtime_error(line);
        return static_cast<std::uint16_t>(std::stoi(line.substr(start.size())));
    }

    Program program_;
    http::Address address_;
};

}  // namespace toolkitd::testing
