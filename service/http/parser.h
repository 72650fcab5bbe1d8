// httplib, as the parser of targets and the writer of status lines: a checked head in, the bytes of an answer out.
//
// The one place that includes httplib. One for each thread; used on that thread only.
#pragma once

#include <memory>
#include <string>

#include "base/clock.h"
#include "http/head.h"
#include "http/message.h"

namespace toolkitd::http {

// An answer on its way out: the head owns its bytes, the content may be a snapshot's.
struct Outgoing {
    std::string head;
    Response response;
    std::string_view content;  // empty where none is sent; lives as long as `response`

    Outgoing() = default;
    Outgoing(const Outgoing&) = delete;
    Outgoing& operator=(const Outgoing&) = delete;
};

class Parser {
public:
    Parser(const Handler& handler, const base::Clock& clock);
    ~Parser();

    // The handler's answer to a checked head. A handler that throws is answered for with a 500 that tells nothing.
    std::unique_ptr<Outgoing> answer(const Head& head);

    // The answer to a head that was refused; it closes the connection. `head_only` where a HEAD was, which gets no
    // content.
    std::unique_ptr<Outgoing> refuse(const Refusal& refusal, bool head_only = false);

private:
    class Exchange;
    std::unique_ptr<Exchange> exchange_;
};

}  // namespace toolkitd::http
