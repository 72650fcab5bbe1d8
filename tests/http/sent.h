// What the transport would send for the bytes of a request's head, without a socket.
#pragma once

#include <string>
#include <string_view>

#include "http/responder.h"
#include "support/fake_clock.h"
#include "support/times.h"

namespace toolkitd::testing {

struct Sent {
    std::string head;
    std::string content;
};

inline Sent sent(const http::Handler& handler, std::string_view bytes) {
    const FakeClock clock(at("2024-08-28T04:00:00Z"));
    http::Responder responder(handler, clock);
    const auto head = http::check_head(bytes, {});
    const auto out = head ? responder.answer(*head) : responder.refuse(head.error());
    return {out->head, std::string(out->content)};
}

inline Sent sent_for(const http::Handler& handler, std::string_view target, std::string_view fields = {}) {
    return sent(handler, "GET " + std::string(target) + " HTTP/1.1\r\nHost: x\r\n" + std::string(fields) + "\r\n");
}

}  // namespace toolkitd::testing
