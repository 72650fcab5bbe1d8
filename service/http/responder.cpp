#include "http/responder.h"

#include <charconv>
#include <chrono>
#include <cstring>
#include <utility>

#include "base/wipe.h"
#include "http/failure_log.h"
#include "http/route_table.h"

namespace toolkitd::http {
namespace {

constexpr std::size_t kMostSpare = 64;
constexpr std::size_t kUsualHead = 1024;

bool has_content(int status) { return status >= 200 && status != 204 && status != 304; }

void append(std::string& out, std::string_view name, std::string_view value) {
    out.append(name).append(": ").append(value).append("\r\n");
}

void append_number(std::string& out, std::size_t number) {
    char digits[20];
    out.append(digits, std::to_chars(digits, digits + sizeof digits, number).ptr);
}

void append_status_line(std::string& out, int status) {
    if (status == 200) {
        out.append("HTTP/1.1 200 OK\r\n");
        return;
    }
    out.append("HTTP/1.1 ");
    append_number(out, static_cast<std::size_t>(status));
    out.append(" ").append(reason_phrase(status)).append("\r\n");
}

}  // namespace

Responder::Responder(const Handler& handler, const base::Clock& clock, Witness* witness)
    : handler_(handler), clock_(clock), witness_(witness) {}

std::unique_ptr<Outgoing> Responder::answer(const Head& head, Peer peer) {
    auto out = fresh();
    ask(head, peer, *out);
    out->exchange.method = head.method;
    write(*out, head.method == Method::head, head.keep_alive);
    return out;
}

std::unique_ptr<Outgoing> Responder::refuse(const Refusal& refusal, bool head_only) {
    auto out = fresh();
    out->response = handler_.refuse(refusal);
    out->exchange.refused = refusal.kind;
    write(*out, head_only, false);
    return out;
}

void Responder::recycle(std::unique_ptr<Outgoing> sent) {
    if (spare_.size() == kMostSpare) return;
    explicit_bzero(sent->head.data(), sent->head.size());  // it may repeat a part of what was asked
    sent->head.clear();
    base::wipe(sent->response.text);  // to assign another would leave its bytes where they are
    sent->response = {};
    sent->content = {};
    sent->exchange = {};
    spare_.push_back(std::move(sent));
}

std::unique_ptr<Outgoing> Responder::fresh() {
    if (spare_.empty()) {
        auto out = std::make_unique<Outgoing>();
        out->head.reserve(kUsualHead);
        return out;
    }
    auto out = std::move(spare_.back());
    spare_.pop_back();
    return out;
}

void Responder::ask(const Head& head, Peer peer, Outgoing& out) {
    try {
        read_target(head.target, target_);
        const Request request{head.method, target_.path, std::move(target_.query),
                              head.fields, peer,         head.is_forwarded};
        if (witness_ && witness_->asks_for_traces()) out.exchange.trace = trace_of(request);
        out.response = handler_.answer(request);
    } catch (...) {
        tell_of_failure(head, out);
        out.response = handler_.refuse({render::ProblemKind::internal_error, "The service failed to answer."});
    }
    base::wipe(target_.decoded);
}

// Within the handler of what was thrown. The id goes for the line of the access log, too.
void Responder::tell_of_failure(const Head& head, Outgoing& out) noexcept {
    if (!witness_) return;
    try {
        const Request request{head.method, {}, {}, head.fields};
        const auto id = trace_of(request);
        out.exchange.trace = id ? *id : make_trace();
        witness_->failed({match(target_.path), head.method, current_exception_name(), *out.exchange.trace});
    } catch (...) {  // no memory for what is told; the answer matters more
    }
}

void Responder::write(Outgoing& out, bool head_only, bool keep_alive) {
    const Response& response = out.response;
    out.exchange.route = response.route;
    out.exchange.status = response.status;
    append_status_line(out.head, response.status);
    out.head.append(date_line());
    for (const auto& [name, value] : response.fields) append(out.head, name, value);
    for (const auto lines : response.lines) out.head.append(lines);
    if (has_content(response.status)) {
        out.head.append("Content-Length: ");
        append_number(out.head, response.content().size());
        out.head.append("\r\n");
        if (!head_only) out.content = response.content();
    }
    out.head.append(keep_alive ? "Connection: keep-alive\r\n\r\n" : "Connection: close\r\n\r\n");
}

// Worked out once a second.
const std::string& Responder::date_line() {
    const auto now = std::chrono::floor<std::chrono::seconds>(clock_.now());
    if (date_line_.empty() || now != date_of_line_) {
        date_line_ = "Date: " + base::http_date(now) + "\r\n";
        date_of_line_ = now;
    }
    return date_line_;
}

}  // namespace toolkitd::http
