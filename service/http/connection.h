// One client: gathers its requests, has each answered in order, and sends the answers as fast as they are taken.
//
// Used by one loop, on one thread. Never waits: every call does what can be done now, and tells what to wait for.
#pragma once

#include <chrono>
#include <deque>
#include <memory>
#include <string>
#include <string_view>

#include "http/body_skipper.h"
#include "http/descriptor.h"
#include "http/head.h"
#include "http/parser.h"
#include "http/transport.h"

namespace toolkitd::http {

class Connection {
public:
    using Time = std::chrono::steady_clock::time_point;

    enum class Wants { to_read, to_write, to_close };

    // The parser and the settings must outlive the connection.
    Connection(Descriptor socket, Parser& parser, const TransportSettings& settings, Time now);

    Wants on_readable(Time now);
    Wants on_writable(Time now);
    Wants on_deadline(Time now);

    // When `on_deadline` has to be called, if nothing else happens before.
    Time deadline() const { return deadline_; }
    int number() const { return socket_.number(); }

private:
    enum class Stage {
        idle,       // between requests
        in_head,    // a request has begun
        in_body,    // its head is complete, its content is passed over
        closing,    // the last answer is queued
        lingering,  // it is sent; what the client still sends is thrown away, so that it gets to read the answer
    };

    void feed(std::string_view bytes, Time now);
    std::string_view pass_over_body(std::string_view bytes);
    void take_requests(Time now);
    void begin_request(Time now);
    bool take_head();
    void answer();
    void refuse(const Refusal& refusal);
    void end_of_input();

    Wants flush(Time now);
    bool send_queued();
    void sent(std::size_t count);
    Wants wait_to_write(Time now);
    Wants after_flush(Time now);

    Descriptor socket_;
    Parser& parser_;
    const TransportSettings& settings_;
    Stage stage_ = Stage::idle;
    std::string input_;
    std::size_t searched_ = 0;     // bytes of the input that are known to hold no end of a head
    std::size_t head_length_ = 0;  // of the request whose content is passed over
    Head head_;                    // of the same; its views are into `input_`
    BodySkipper body_;
    std::deque<std::unique_ptr<Outgoing>> queue_;
    std::size_t sent_ = 0;  // bytes of the first in the queue
    bool waits_to_write_ = false;
    bool input_ended_ = false;
    Time request_deadline_;
    Time deadline_;
};

}  // namespace toolkitd::http
