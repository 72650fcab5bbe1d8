// One client: gathers its requests, has each answered in order, and sends the answers as fast as they are taken.
//
// Used by one loop, on one thread. Never waits: every call does what can be done now, and tells what to wait for.
#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "http/body_skipper.h"
#include "http/descriptor.h"
#include "http/head.h"
#include "http/responder.h"
#include "http/transport.h"

namespace toolkitd::http {

class Connection {
public:
    using Time = std::chrono::steady_clock::time_point;

    enum class Wants { to_read, to_write, to_close };

    // What a loop's connections share.
    struct Shared {
        const TransportSettings& settings;
        Responder responder;
        Witness* witness = nullptr;  // nobody, or told of every answer
        unsigned loop = 0;           // its number, for the witness
        bool draining = false;       // every answer is its connection's last
        Head head{};                 // the one that is being read
        std::chrono::milliseconds idle_time = settings.idle_time;
        std::vector<char> buffer = std::vector<char>(16384);  // what is read goes through it, and is wiped out of it
    };

    // `shared` must outlive the connection.
    Connection(Descriptor socket, Shared& shared, Time now);
    ~Connection();
    Connection(Connection&&) = default;

    Wants on_readable(Time now);
    Wants on_writable(Time now);
    Wants on_deadline(Time now);

    // Has a connection without a request end at that time, if not before.
    void end_idle_by(Time time);

    // Whether bytes have come that were not read yet.
    bool has_unread() const;

    // Whether a request has begun whose answer is not out.
    bool owes() const { return stage_ == Stage::in_head || stage_ == Stage::in_body || !queue_.empty(); }

    ConnectionState state() const;

    // Whether it has never had a whole request.
    bool is_new() const { return requests_ == 0 && stage_ == Stage::idle; }

    // When `on_deadline` has to be called, if nothing else happens before.
    Time deadline() const { return deadline_; }

    // When one without a request, or whose last answer is out, would end if it had the time of an idle one: the
    // earlier, the longer it has been so.
    Time idle_deadline() const { return idle_deadline_; }
    int number() const { return socket_.number(); }

private:
    enum class Stage {
        idle,       // between requests
        in_head,    // a request has begun
        in_body,    // its head is complete, its content is passed over
        closing,    // the last answer is queued
        lingering,  // it is sent; what the client still sends is thrown away, so that it gets to read the answer
    };

    bool ends() const { return stage_ == Stage::closing || stage_ == Stage::lingering; }
    void feed(std::string_view bytes, Time now);
    void take_more(Time now);
    std::size_t take(std::string_view bytes, Time now);
    bool take_head(std::string_view& bytes, Time now);
    void take_request(std::string_view head, Time now);
    void pass_over_body(std::string_view& bytes, Time now);
    void answer(Time now);
    void refuse(const Refusal& refusal, std::string_view head, Time now);

    Wants flush(Time now);
    bool send_queued();
    void sent(std::size_t count);
    void tell_of(Outgoing& outgoing, std::size_t bytes, bool whole, Time now) const;
    Wants wait_to_write(Time now);
    Wants after_flush(Time now, bool answered);

    Descriptor socket_;
    Shared& shared_;
    Stage stage_ = Stage::idle;
    std::string input_;         // what has come and was not taken yet
    std::size_t searched_ = 0;  // bytes of it that are known to hold no end of a head
    std::string waiting_;       // the head of the request whose content is passed over
    BodySkipper body_;
    std::vector<std::unique_ptr<Outgoing>> queue_;
    std::size_t sent_ = 0;      // bytes of the first in the queue
    std::size_t requests_ = 0;  // that were answered, the last one aside
    bool waits_to_write_ = false;
    bool input_ended_ = false;
    bool client_ends_ = false;  // it has asked for its last answer, and as far as is known sends nothing more
    Time request_deadline_;
    Time idle_deadline_;  // without a request since the last answer
    Time deadline_;
};

}  // namespace toolkitd::http
