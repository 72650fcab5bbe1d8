#include "http/connection.h"

#include <sys/socket.h>
#include <sys/uio.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <optional>
#include <utility>

namespace toolkitd::http {
namespace {

using render::ProblemKind;

constexpr std::size_t kReadBytes = 16384;
constexpr std::size_t kMostQueued = 64;
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

Connection::Connection(Descriptor socket, Parser& parser, const TransportSettings& settings, Time now)
    : socket_(std::move(socket)), parser_(parser), settings_(settings), deadline_(now + settings.idle_time) {}

Connection::Wants Connection::on_readable(Time now) {
    std::array<char, kReadBytes> buffer;
    const auto count = recv(socket_.number(), buffer.data(), buffer.size(), 0);
    if (count < 0) return errno == EAGAIN || errno == EINTR ? Wants::to_read : Wants::to_close;
    if (stage_ == Stage::lingering) return count == 0 ? Wants::to_close : Wants::to_read;
    if (count == 0) {
        end_of_input();
    } else {
        feed({buffer.data(), static_cast<std::size_t>(count)}, now);
    }
    return flush(now);
}

Connection::Wants Connection::on_writable(Time now) { return flush(now); }

Connection::Wants Connection::on_deadline(Time now) {
    const bool unfinished = stage_ == Stage::in_head || stage_ == Stage::in_body;
    if (!unfinished || !queue_.empty()) return Wants::to_close;
    refuse({ProblemKind::request_timeout, "The request was not complete in time."});
    return flush(now);
}

void Connection::feed(std::string_view bytes, Time now) {
    if (stage_ == Stage::in_body) bytes = pass_over_body(bytes);
    if (stage_ == Stage::in_body || stage_ == Stage::closing) return;
    input_.append(bytes);
    take_requests(now);
}

// Gives back what follows the content.
std::string_view Connection::pass_over_body(std::string_view bytes) {
    switch (body_.skip(bytes)) {
        case BodySkipper::Progress::more: break;
        case BodySkipper::Progress::done: answer(); break;
        case BodySkipper::Progress::bad:
            refuse({ProblemKind::bad_request, "The chunks of the request's content are not valid."});
            break;
        case BodySkipper::Progress::too_large:
            refuse({ProblemKind::content_too_large, "No path takes content, and this is too much to pass over."});
            break;
    }
    return bytes;
}

void Connection::take_requests(Time now) {
    begin_request(now);
    while (queue_.size() < kMostQueued && stage_ == Stage::in_head && take_head()) {
        if (stage_ == Stage::in_body) {
            const std::string rest = input_.substr(head_length_);
            input_.resize(head_length_);
            input_.append(pass_over_body(rest));
        }
        begin_request(now);
    }
}

void Connection::begin_request(Time now) {
    if (stage_ != Stage::idle || input_.empty()) return;
    stage_ = Stage::in_head;
    request_deadline_ = now + settings_.request_time;
}

// Whether there was a whole head; it is then answered, refused, or waits for its content to end.
bool Connection::take_head() {
    if (searched_ < 2) {
        input_.erase(0, empty_lines(input_));
        searched_ = 0;
        if (input_.empty()) {
            stage_ = Stage::idle;
            return false;
        }
    }
    const HeadEnd end = find_end(input_, searched_);
    if (end.kind == HeadEnd::Kind::broken) {
        refuse({ProblemKind::bad_request, "A line of the head does not end with CRLF."});
        return true;
    }
    const bool whole = end.kind == HeadEnd::Kind::found;
    if ((whole ? end.position : input_.size()) > settings_.head.head_bytes) {
        refuse(too_large(input_, settings_.head));
        return true;
    }
    searched_ = end.position;
    if (!whole) return false;
    head_length_ = end.position;
    auto head = check_head(std::string_view(input_).substr(0, head_length_), settings_.head);
    if (!head) {
        refuse(head.error());
        return true;
    }
    head_ = std::move(*head);
    body_ = BodySkipper(head_, settings_.body_bytes);
    stage_ = Stage::in_body;
    const bool has_body = head_.chunked || head_.content_length > 0;
    if (head_.expects_continue && has_body) head_.keep_alive = false;  // and the final answer comes at once
    if (head_.expects_continue || !has_body) answer();
    return true;
}

void Connection::answer() {
    queue_.push_back(parser_.answer(head_));
    stage_ = head_.keep_alive ? Stage::idle : Stage::closing;
    input_.erase(0, head_length_);
    head_length_ = 0;
    searched_ = 0;
}

void Connection::refuse(const Refusal& refusal) {
    queue_.push_back(parser_.refuse(refusal, std::string_view(input_).starts_with("HEAD ")));
    input_.clear();
    stage_ = Stage::closing;
}

// A client that has finished sending still gets the answers to all that it asked.
void Connection::end_of_input() {
    input_ended_ = true;
    stage_ = Stage::closing;
}

Connection::Wants Connection::flush(Time now) {
    do {
        if (!send_queued()) return Wants::to_close;
        if (!queue_.empty()) return wait_to_write(now);
        take_requests(now);
    } while (!queue_.empty());
    return after_flush(now);
}

// False when the connection is lost; else all is sent, or the client takes no more for now.
bool Connection::send_queued() {
    while (!queue_.empty()) {
        std::array<iovec, 16> parts;
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
    while (!queue_.empty()) {
        const auto size = queue_.front()->head.size() + queue_.front()->content.size();
        if (sent_ < size) return;
        sent_ -= size;
        queue_.pop_front();
        waits_to_write_ = false;
    }
}

// The time for writing begins anew with each answer, and not with each byte that a slow reader takes.
Connection::Wants Connection::wait_to_write(Time now) {
    if (!waits_to_write_) deadline_ = now + settings_.write_time;
    waits_to_write_ = true;
    return Wants::to_write;
}

Connection::Wants Connection::after_flush(Time now) {
    if (stage_ == Stage::idle) {
        deadline_ = now + settings_.idle_time;
    } else if (stage_ != Stage::closing) {
        deadline_ = request_deadline_;
    } else if (input_ended_) {
        return Wants::to_close;
    } else {
        shutdown(socket_.number(), SHUT_WR);
        stage_ = Stage::lingering;
        deadline_ = now + kLingerTime;
    }
    return Wants::to_read;
}

}  // namespace toolkitd::http
