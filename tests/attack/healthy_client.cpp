// A client that does nothing wrong: asks one thing after the other until its standard input ends, in turn on a
// connection that it keeps and on one of its own, and prints as JSON how long the answers took.
//   healthy_client PORT TARGET
#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <optional>
#include <string>
#include <vector>

#include "attack/loopback.h"

namespace toolkitd::attack {
namespace {

constexpr std::chrono::milliseconds kPatience{3000};
constexpr int kPause = 2;  // milliseconds between two requests

struct Tally {
    std::vector<double> microseconds;  // of the answers with 200
    int refused = 0;                   // answered, with something else
    int failed = 0;                    // not connected, not answered, or not in time
};

struct Answer {
    int status = 0;
    bool stays = false;
};

int number_after(std::string_view text, std::string_view name) {
    const auto at = text.find(name);
    int number = 0;
    if (at == std::string_view::npos) return 0;
    const auto digits = text.substr(at + name.size());
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number;
}

std::optional<Answer> ask(const Loopback& connection, const std::string& request) {
    if (!connection.send(request)) return std::nullopt;
    std::string input;
    std::array<char, 65536> buffer;
    std::size_t whole = std::string::npos;
    while (input.size() < whole) {
        const auto count = connection.receive(buffer.data(), buffer.size());
        if (count <= 0) return std::nullopt;
        input.append(buffer.data(), static_cast<std::size_t>(count));
        const auto end = input.find("\r\n\r\n");
        if (whole == std::string::npos && end != std::string::npos) {
            whole = end + 4 + static_cast<std::size_t>(number_after(input, "Content-Length: "));
        }
    }
    return Answer{number_after(input, "HTTP/1.1 "), input.find("Connection: close\r\n") == std::string::npos};
}

class Client {
public:
    Client(std::uint16_t port, std::string target) : port_(port), target_(std::move(target)) {}

    void ask_on_new_connection() {
        note([&]() -> std::optional<Answer> {
            const Loopback connection(kPatience);
            return connection.connect(port_) ? ask(connection, request("close")) : std::nullopt;
        });
    }

    void ask_on_kept_connection() {
        note([&]() -> std::optional<Answer> {
            if (!kept_) {
                kept_.emplace(kPatience);
                if (!kept_->connect(port_)) kept_.reset();
            }
            const auto answer = kept_ ? ask(*kept_, request("keep-alive")) : std::nullopt;
            if (!answer || !answer->stays) kept_.reset();
            return answer;
        });
    }

    const Tally& tally() const { return tally_; }

private:
    template <typename Asking>
    void note(const Asking& asking) {
        const auto begin = std::chrono::steady_clock::now();
        const std::optional<Answer> answer = asking();
        const std::chrono::duration<double, std::micro> took = std::chrono::steady_clock::now() - begin;
        if (!answer) {
            ++tally_.failed;
        } else if (answer->status != 200) {
            ++tally_.refused;
        } else {
            tally_.microseconds.push_back(took.count());
        }
    }

    std::string request(const std::string& connection) const {
        return "GET " + target_ + " HTTP/1.1\r\nHost: localhost\r\nConnection: " + connection + "\r\n\r\n";
    }

    std::uint16_t port_;
    std::string target_;
    std::optional<Loopback> kept_;
    Tally tally_;
};

// Of a sorted list; 0 of an empty one.
double share(const std::vector<double>& sorted, double part) {
    if (sorted.empty()) return 0;
    return sorted[std::min(sorted.size() - 1, static_cast<std::size_t>(static_cast<double>(sorted.size()) * part))];
}

void print(const Tally& tally) {
    auto sorted = tally.microseconds;
    std::sort(sorted.begin(), sorted.end());
    std::printf(
        "{\"answered\":%zu,\"refused\":%d,\"failed\":%d,\"median_us\":%.0f,\"p99_us\":%.0f,\"longest_us\":%.0f}\n",
        sorted.size(), tally.refused, tally.failed, share(sorted, 0.5), share(sorted, 0.99),
        sorted.empty() ? 0 : sorted.back());
}

bool goes_on() {
    pollfd input{STDIN_FILENO, POLLIN, 0};
    return poll(&input, 1, kPause) == 0;
}

}  // namespace
}  // namespace toolkitd::attack

int main(int count, char** arguments) {
    if (count != 3) return 2;
    toolkitd::attack::Client client(static_cast<std::uint16_t>(std::stoi(arguments[1])), arguments[2]);
    while (toolkitd::attack::goes_on()) {
        client.ask_on_kept_connection();
        client.ask_on_new_connection();
    }
    toolkitd::attack::print(client.tally());
}
