// A connection at one end of a line, and its client at the other, on one thread and without a network.
//
// Nothing waits: every call goes on until the connection can do no more.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "http/connection.h"

namespace toolkitd::fuzz {

class Line {
public:
    enum class Reader { quick, slow };  // a slow one lets a little come, and takes it once the connection has to wait

    // `shared` must outlive the line.
    Line(http::Connection::Shared& shared, Reader reader);

    // What the client does. Once the connection has closed, nothing reaches it.
    void send(std::string_view bytes);
    void finish();

    // Every deadline passes, until the connection has closed.
    void let_time_run_out();

    bool closed() const { return !connection_; }
    const std::string& received() const { return received_; }

private:
    void settle();
    void follow(http::Connection::Wants wants);
    void receive();

    http::Descriptor client_;
    int server_;
    std::unique_ptr<http::Connection> connection_;
    http::Connection::Wants wants_ = http::Connection::Wants::to_read;
    http::Connection::Time now_{std::chrono::hours{1}};
    std::string received_;
};

}  // namespace toolkitd::fuzz
