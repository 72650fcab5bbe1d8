// Clients that ask for much and read a byte now and then, through the smallest receive buffers that the kernel grants.
// They stay until their standard input ends.
//   slow_readers PORT TARGET COUNT REQUESTS
#include <poll.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <string>
#include <vector>

#include "attack/loopback.h"

namespace {

using toolkitd::attack::Loopback;

constexpr std::chrono::milliseconds kPatience{3000};
constexpr int kSmallest = 1;  // which the kernel raises to its own least
constexpr int kPause = 100;   // milliseconds between two bytes

struct Reader {
    Loopback connection;
    std::string_view unsent;
    bool lost = false;
};

void read_a_byte(Reader& reader) {
    if (reader.lost) return;
    const auto sent = reader.connection.send_some(reader.unsent);
    if (sent > 0) reader.unsent.remove_prefix(static_cast<std::size_t>(sent));
    pollfd waiting{reader.connection.number(), POLLIN, 0};
    if (poll(&waiting, 1, 0) <= 0) return;
    char byte = 0;
    reader.lost = reader.connection.receive(&byte, 1) <= 0;
}

bool goes_on() {
    pollfd input{STDIN_FILENO, POLLIN, 0};
    return poll(&input, 1, kPause) == 0;
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 5) return 2;
    const auto port = static_cast<std::uint16_t>(std::stoi(arguments[1]));
    std::string requests;
    for (int i = std::stoi(arguments[4]); i > 0; --i) {
        requests.append("GET ").append(arguments[2]).append(" HTTP/1.1\r\nHost: localhost\r\n\r\n");
    }
    std::vector<Reader> readers;
    for (int i = std::stoi(arguments[3]); i > 0; --i) {
        readers.push_back({Loopback(kPatience, kSmallest), requests});
        readers.back().lost = !readers.back().connection.connect(port);
    }
    while (goes_on()) {
        for (Reader& reader : readers) read_a_byte(reader);
    }
}
