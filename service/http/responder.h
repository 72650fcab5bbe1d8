// From a checked head to the bytes of an answer: has the handler answer, and writes the head of what it says.
//
// One for each thread; used on that thread only. Refers to all that it is given, which must outlive it.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/clock.h"
#include "http/head.h"
#include "http/message.h"
#include "http/target.h"
#include "http/witness.h"

namespace toolkitd::http {

// An answer on its way out: the head owns its bytes, the content may be a snapshot's.
struct Outgoing {
    std::string head;
    Response response;
    std::string_view content;  // empty where none is sent; lives as long as `response`
    Exchange exchange;         // what is known of it before it is sent
    std::chrono::steady_clock::time_point began;

    Outgoing() = default;
    Outgoing(const Outgoing&) = delete;
    Outgoing& operator=(const Outgoing&) = delete;
};

class Responder {
public:
    // Answers say which trace their request belongs to as long as the witness asks for it. There may be none.
    Responder(const Handler& handler, const base::Clock& clock, Witness* witness = nullptr);

    // The handler's answer to a checked head. A handler that throws is answered for with a 500 that tells nothing; the
    // witness is told what was thrown.
    std::unique_ptr<Outgoing> answer(const Head& head, Peer peer = {});

    // The answer to a head that was refused; it closes the connection. `head_only` where a HEAD was, which gets no
    // content.
    std::unique_ptr<Outgoing> refuse(const Refusal& refusal, bool head_only = false);

    // Takes back an answer that was sent, whose memory the next one uses.
    void recycle(std::unique_ptr<Outgoing> sent);

private:
    std::unique_ptr<Outgoing> fresh();
    void ask(const Head& head, Peer peer, Outgoing& out);
    void tell_of_failure(const Head& head, Outgoing& out) noexcept;
    void write(Outgoing& out, bool head_only, bool keep_alive);
    const std::string& date_line();

    const Handler& handler_;
    const base::Clock& clock_;
    Witness* witness_;
    Target target_;
    std::vector<std::unique_ptr<Outgoing>> spare_;
    std::string date_line_;
    base::Instant date_of_line_;
};

}  // namespace toolkitd::http
