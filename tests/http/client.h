// A client that sends bytes as they are, and reads what comes. It waits on its socket, and for nothing else; a wait
// that takes too long throws std::runtime_error, which fails the test.
#pragma once

#include <string>
#include <string_view>

#include "http/transport.h"

namespace toolkitd::testing {

// An answer as it was read. `head` ends with its empty line.
struct Received {
    int status = 0;
    std::string head;
    std::string content;

    // A field's value, or "none".
    std::string field(std::string_view name) const;
};

class Client {
public:
    explicit Client(const http::Address& address);
    Client(Client&& other) noexcept;
    Client& operator=(Client&&) = delete;
    ~Client();

    void send(std::string_view bytes);

    // Sends no more, and goes on reading.
    void finish();

    // The next answer; `head_only` for one whose content is announced and not sent.
    Received read(bool head_only = false);

    // What comes until the server closes; a connection that is reset ends there, too.
    std::string read_to_end();

    // Whether something can be read, or the end has come, within this time.
    bool readable_within(int milliseconds);

private:
    bool fill();
    std::string take(std::size_t count);

    int socket_;
    std::string input_;
};

// A request for a path, with these lines of fields.
std::string get(std::string_view path, std::string_view fields = {});

}  // namespace toolkitd::testing
