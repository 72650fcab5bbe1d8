#include "http/connection.h"

#include <sys/socket.h>
#include <sys/uio.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <optional>
#include <utility>

#include "base/wipe.h"

namespace toolkitd::http {
namespace {

using render::ProblemKind;

constexpr std::size_t kMostParts = 32;               // handed to the kernel at once
constexpr std::size_t kMostQueued = kMostParts / 2;  // a head and its content each: no more than go out at once
constexpr std::chrono::seconds kLingerTime{2};

struct HeadEnd {
    enum class Kind { found, not_yet, broken } kind;
    std::size_t position = 0;  // behind the empty line; or from where to search on
};

// Looks for the empty line that ends a head; a line feed without its carriage return breaks it at once.
HeadEnd find_end(std::string_view input, std::size_t from) {
    for (auto at = input.find('\n', from); at != std::string_view::npos; at = input.find('\n', at + 1)) {
        if (at == 0 || input[at - 1] != '\r') return {HeadEnd::Kind::broken};
        if (at >= 3 && input[at - 2] == '\n') return {HeadEnd::Kind::found, at + 1};
    }
    return {HeadEnd::Kind::not_yet, input.size()};
}

// RFC 9112 section 2.2: an empty line before a request is passed over.
std::size_t empty_lines(std::string_view input) {
    std::size_t length = 0;
    while (input.substr(length).starts_with("\r\n")) length += 2;
    return length;
}

}  // namespace

Connection::Connection(Descriptor socket, Shared& shared, Time now)
    : socket_(std::move(socket)), shared_(shared), idle_deadline_(now + shared.idle_time), deadline_(idle_deadline_) {}

Connection::~Connection() {
    if (queue_.empty() || !shared_.witness) return;
    const auto now = std::chrono::steady_clock::now();
    for (const auto& unsent : queue_) tell_of(*unsent, std::exchange(sent_, 0), false, now);
}

Connection::Wants Connection::on_readable(Time now) {
    auto& buffer = shared_.buffer;
    const auto count = recv(socket_.number(), buffer.data(), buffer.size(), 0);
    if (count < 0) return errno == EAGAIN || errno == EINTR ? Wants::to_read : Wants::to_close;
    const base::WipedAfterUse received(buffer.data(), static_cast<std::size_t>(count));
    if (stage_ == Stage::lingering) return count == 0 ? Wants::to_close : Wants::to_read;
    if (count > 0) {
        feed({buffer.data(), static_cast<std::size_t>(count)}, now);
        if (static_cast<std::size_t>(count) == buffer.size()) client_ends_ = false;  // more may have come
    } else {  // a client that has finished sending still gets the answers to all that it asked
        input_ended_ = true;
        stage_ = Stage::closing;
    }
    return flush(now);
}

Connection::Wants Connection::on_writable(Time now) { return flush(now); }

Connection::Wants Connection::on_deadline(Time now) {
    const bool unfinished = stage_ == Stage::in_head || stage_ == Stage::in_body;
    if (!unfinished || !queue_.empty()) return Wants::to_close;
    refuse({ProblemKind::request_timeout, "The request was not complete in time."},
           waiting_.empty() ? input_ : waiting_, now);
    return flush(now);
}

void Connection::end_idle_by(Time time) {
    idle_deadline_ = std::min(idle_deadline_, time);
    if (stage_ == Stage::idle && queue_.empty()) deadline_ = idle_deadline_;
}

bool Connection::has_unread() const {
    char byte = 0;
    return recv(socket_.number(), &byte, 1, MSG_PEEK) > 0;
}

ConnectionState Connection::state() const {
    if (!queue_.empty()) return ConnectionState::writing;
    if (ends()) return ConnectionState::lingering;
    return stage_ == Stage::idle ? ConnectionState::idle : ConnectionState::reading;
}

// Whole requests are taken straight from the bytes as they came; only what is left of them is kept.
void Connection::feed(std::string_view bytes, Time now) {
    if (!input_.empty()) {
        input_.append(bytes);
        take_more(now);
        client_ends_ = false;  // what came in pieces may go on
    } else if (!ends()) {
        input_ = bytes.substr(take(bytes, now));
    }
}

void Connection::take_more(Time now) {
    const auto taken = take(input_, now);
    if (taken == input_.size()) return base::wipe(input_);  // an idle connection holds no memory
    std::copy(input_.begin() + static_cast<std::ptrdiff_t>(taken), input_.end(), input_.begin());
    const auto left = input_.size() - taken;
    explicit_bzero(input_.data() + left, taken);
    input_.resize(left);
}

// Takes what can be taken now, and tells how many bytes that were.
std::size_t Connection::take(std::string_view bytes, Time now) {
    std::string_view rest = bytes;
    while (!ends() && queue_.size() < kMostQueued && !rest.empty()) {
        if (stage_ == Stage::in_body) {
            pass_over_body(rest, now);
        } else if (!take_head(rest, now)) {
            break;
        }
    }
    if (!ends()) return bytes.size() - rest.size();
    if (!rest.empty()) client_ends_ = false;
    return bytes.size();
}

// Whether there was a whole head, which is then off the front of the bytes, or a broken one.
bool Connection::take_head(std::string_view& bytes, Time now) {
    if (searched_ < 2) {
        bytes.remove_prefix(empty_lines(bytes));
        searched_ = 0;
        if (bytes.empty()) {
            stage_ = Stage::idle;
            return false;
        }
    }
    if (stage_ == Stage::idle) {
        stage_ = Stage::in_head;
        request_deadline_ = now + shared_.settings.request_time;
    }
    // What lies behind the limit tells nothing, for it may not have come yet.
    const HeadEnd end = find_end(bytes.substr(0, shared_.settings.head.head_bytes), searched_);
    const bool whole = end.kind == HeadEnd::Kind::found;
    if (end.kind == HeadEnd::Kind::broken) {
        refuse({ProblemKind::bad_request, "A line of the head does not end with CRLF."}, bytes, now);
    } else if (!whole && bytes.size() > shared_.settings.head.head_bytes) {
        refuse(too_large(bytes, shared_.settings.head), bytes, now);
    } else if (whole) {
        searched_ = 0;
        take_request(bytes.substr(0, end.position), now);
        bytes.remove_prefix(end.position);
    } else {
        searched_ = end.position;
    }
    return whole || ends();
}

// The request is answered, refused, or waits for its content to end.
void Connection::take_request(std::string_view head, Time now) {
    Head& checked = shared_.head;
    if (const auto refused = check_head(head, shared_.settings.head, checked)) return refuse(*refused, head, now);
    const bool has_body = checked.chunked || checked.content_length > 0;
    if (checked.expects_continue && has_body) checked.keep_alive = false;  // and the final answer comes at once
    if (checked.expects_continue || !has_body) return answer(now);
    body_ = BodySkipper(checked, shared_.settings.body_bytes);
    waiting_ = head;
    stage_ = Stage::in_body;
    std::string_view none;
    pass_over_body(none, now);  // a length that is too large is known already
}

void Connection::pass_over_body(std::string_view& bytes, Time now) {
    switch (body_.skip(bytes)) {
        case BodySkipper::Progress::more: break;
        case BodySkipper::Progress::done:
            check_head(waiting_, shared_.settings.head, shared_.head);  // which was read before, and taken
            answer(now);
            base::wipe(waiting_);
            break;
        case BodySkipper::Progress::bad:
            refuse({ProblemKind::bad_request, "The chunks of the request's content are not valid."}, waiting_, now);
            break;
        case BodySkipper::Progress::too_large:
            refuse({ProblemKind::content_too_large, "No path takes content, and this is too much to pass over."},
                   waiting_, now);
            break;
    }
}

// Answers the head that was read last.
void Connection::answer(Time now) {
    Head& head = shared_.head;
    client_ends_ = !head.keep_alive && !head.expects_continue;
    head.keep_alive = head.keep_alive && !shared_.draining && ++requests_ < shared_.settings.keep_alive_requests;
    queue_.push_back(shared_.responder.answer(head, Peer(socket_.number())));
    queue_.back()->began = now;
    stage_ = head.keep_alive ? Stage::idle : Stage::closing;
}

void Connection::refuse(const Refusal& refusal, std::string_view head, Time now) {
    queue_.push_back(shared_.responder.refuse(refusal, head.starts_with("HEAD ")));
    queue_.back()->began = now;
    stage_ = Stage::closing;
}

Connection::Wants Connection::flush(Time now) {
    const bool answered = !queue_.empty();
    do {
        if (!send_queued()) return Wants::to_close;
        if (!queue_.empty()) return wait_to_write(now);
        if (!input_.empty()) take_more(now);
    } while (!queue_.empty());
    return after_flush(now, answered);
}

// False when the connection is lost; else all is sent, or the client takes no more for now.
bool Connection::send_queued() {
    while (!queue_.empty()) {
        std::array<iovec, kMostParts> parts;
        std::size_t used = 0;
        std::size_t skip = sent_;
        for (const auto& outgoing : queue_) {
            for (const std::string_view piece : {std::string_view(outgoing->head), outgoing->content}) {
                const auto passed = std::min(skip, piece.size());
                skip -= passed;
                if (passed == piece.size() || used == parts.size()) continue;
                parts[used++] = {const_cast<char*>(piece.data() + passed), piece.size() - passed};
            }
        }
        msghdr message{};
        message.msg_iov = parts.data();
        message.msg_iovlen = used;
        const auto count = sendmsg(socket_.number(), &message, MSG_NOSIGNAL);
        if (count < 0) return errno == EAGAIN || errno == EINTR;
        sent(static_cast<std::size_t>(count));
    }
    return true;
}

void Connection::sent(std::size_t count) {
    sent_ += count;
    const auto now = shared_.witness ? std::chrono::steady_clock::now() : Time{};
    std::size_t done = 0;
    for (; done < queue_.size(); ++done) {
        Outgoing& first = *queue_[done];
        const auto size = first.head.size() + first.content.size();
        if (sent_ < size) break;
        sent_ -= size;
        tell_of(first, size, true, now);
        shared_.responder.recycle(std::move(queue_[done]));
        waits_to_write_ = false;
    }
    queue_.erase(queue_.begin(), queue_.begin() + static_cast<std::ptrdiff_t>(done));
}

void Connection::tell_of(Outgoing& outgoing, std::size_t bytes, bool whole, Time now) const {
    if (!shared_.witness) return;
    outgoing.exchange.bytes = bytes;
    outgoing.exchange.whole = whole;
    outgoing.exchange.duration = now - outgoing.began;
    shared_.witness->saw(shared_.loop, outgoing.exchange);
}

// The time for writing begins anew with each answer, and not with each byte that a slow reader takes.
Connection::Wants Connection::wait_to_write(Time now) {
    if (!waits_to_write_) deadline_ = now + shared_.settings.write_time;
    waits_to_write_ = true;
    return Wants::to_write;
}

// Empty lines are no request: who sends nothing else is idle.
// Who has asked for a last answer sends nothing that could reset the connection before it is read (RFC 9112
// section 9.6).
Connection::Wants Connection::after_flush(Time now, bool answered) {
    if (stage_ == Stage::idle) {
        if (answered) idle_deadline_ = now + shared_.idle_time;
        deadline_ = idle_deadline_;
    } else if (stage_ != Stage::closing) {
        deadline_ = request_deadline_;
    } else if (input_ended_ || client_ends_) {
        return Wants::to_close;
    } else {
        shutdown(socket_.number(), SHUT_WR);
        stage_ = Stage::lingering;
        deadline_ = now + kLingerTime;
        idle_deadline_ = now + shared_.idle_time;
    }
    return Wants::to_read;
}

}  // namespace toolkitd::http
