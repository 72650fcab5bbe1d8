// How a loop takes new connections, spreads them over the loops, and makes room for them.
#include <sys/epoll.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/wipe.h"
#include "http/event_loop.h"

namespace toolkitd::http {
namespace {

constexpr int kMostAccepts = 64;  // in a row, so that those who are connected are not kept waiting
constexpr int kMostEnded = 64;    // to make room for one
// For the first request of a connection to arrive, in which it does not make room: longer than most ways through the
// network.
constexpr std::chrono::milliseconds kNewcomersTime{250};
// A connection that cannot be taken would keep the loop awake.
constexpr std::chrono::milliseconds kAcceptPause{50};

}  // namespace

// One, and more where much goes on: to look in vain whether there is another costs half of what it takes to accept one.
void EventLoop::accept_waiting(int most, Connection::Time now) {
    int taken = 0;
    int lost = 0;
    while (taken < std::min(most, kMostAccepts) && lost < kMostAccepts) {
        switch (accept_one(now)) {
            case Accepted::Outcome::taken: ++taken; break;
            case Accepted::Outcome::lost: ++lost; break;
            case Accepted::Outcome::none: return;
            case Accepted::Outcome::at_limit:
            case Accepted::Outcome::cannot: return stop_accepting(now);
        }
    }
    if (lost == kMostAccepts) stop_accepting(now);
}

// Those who come faster than they are taken are left alone when the time is over.
void EventLoop::take_waiting(Connection::Time now) {
    int lost = 0;
    while (order_ != Order::stop && lost < kMostAccepts) {
        const auto outcome = accept_one(now);
        if (outcome != Accepted::Outcome::taken && outcome != Accepted::Outcome::lost) return;
        lost = outcome == Accepted::Outcome::lost ? lost + 1 : 0;
    }
}

// One that is told to come again is taken, too.
Accepted::Outcome EventLoop::accept_one(Connection::Time now) {
    Accepted accepted = listener_.accept();
    if (accepted.outcome == Accepted::Outcome::at_limit) return accept_at_limit(now);
    if (accepted.outcome == Accepted::Outcome::taken) place(std::move(accepted.socket), now);
    return accepted.outcome;
}

// Who is idle for longest, on whichever loop, makes room; where all have only just come, there will be some in a
// moment. Where nobody is idle, who comes is told to come again.
Accepted::Outcome EventLoop::accept_at_limit(Connection::Time now) {
    if (!listener_.somebody_waits()) return Accepted::Outcome::none;
    for (int ended = 0; ended < kMostEnded; ++ended) {
        show_idle();
        EventLoop* loop = loop_with_room(now);
        if (!loop && somebody_is_new()) return Accepted::Outcome::at_limit;
        if (!loop) break;
        if (loop != this) {
            loop->ask_for_room(*this);
            return Accepted::Outcome::at_limit;  // and waits until there is
        }
        if (!end_longest_idle(now)) continue;
        Accepted accepted = listener_.accept();
        if (accepted.outcome == Accepted::Outcome::at_limit) continue;
        if (accepted.outcome == Accepted::Outcome::taken) place(std::move(accepted.socket), now);
        return accepted.outcome;
    }
    return listener_.shed([this](int socket) { tell_busy(socket); });
}

// The one with the connection that is idle for longest; null where there is none.
EventLoop* EventLoop::loop_with_room(Connection::Time now) const {
    EventLoop* found = nullptr;
    auto earliest = kNobody;
    for (EventLoop* loop : loops_) {
        const auto deadline = loop->earliest_to_end(now);
        if (deadline >= earliest) continue;
        found = loop;
        earliest = deadline;
    }
    return found;
}

// Called by other loops, too.
Connection::Time::rep EventLoop::earliest_to_end(Connection::Time now) const {
    const auto idle = shown_.idle_deadline.load(std::memory_order_relaxed);
    const auto newcomer = shown_.new_deadline.load(std::memory_order_relaxed);
    const Connection::Time::duration had =
        (now + shared_.settings.idle_time).time_since_epoch() - Connection::Time::duration(newcomer);
    return newcomer != kNobody && had >= kNewcomersTime ? std::min(idle, newcomer) : idle;
}

bool EventLoop::somebody_is_new() const {
    return std::any_of(loops_.begin(), loops_.end(),
                       [](const EventLoop* loop) { return loop->shown_.new_deadline != kNobody; });
}

// Called by another loop, which is told once its turn has come.
void EventLoop::ask_for_room(EventLoop& other) {
    {
        const std::lock_guard lock(inbox_mutex_);
        room_wanted_by_.push_back(&other);
    }
    wake_up();
}

void EventLoop::make_room(Connection::Time now) {
    std::vector<EventLoop*> others;
    {
        const std::lock_guard lock(inbox_mutex_);
        others.swap(room_wanted_by_);
    }
    for (EventLoop* other : others) {
        show_idle();
        if (earliest_to_end(now) != kNobody) end_longest_idle(now);
        other->has_room_ = true;
        other->wake_up();
    }
}

// False where its next request has come, which is answered instead. There has to be one.
bool EventLoop::end_longest_idle(Connection::Time now) {
    const int number = deadline_of(idle_.longest()) == earliest_to_end(now) ? idle_.longest() : new_.longest();
    Client& client = *clients_[static_cast<std::size_t>(number)];
    const bool asks = client.state == ConnectionState::idle && client.connection.has_unread();
    follow(client, asks ? client.connection.on_readable(now) : Connection::Wants::to_close);
    return !asks;
}

void EventLoop::show_idle() {
    shown_.idle_deadline.store(deadline_of(idle_.longest()), std::memory_order_relaxed);
    shown_.new_deadline.store(deadline_of(new_.longest()), std::memory_order_relaxed);
}

Connection::Time::rep EventLoop::deadline_of(int number) const {
    if (number < 0) return kNobody;
    return clients_[static_cast<std::size_t>(number)]->connection.idle_deadline().time_since_epoch().count();
}

void EventLoop::place(Descriptor socket, Connection::Time now) {
    EventLoop& loop = least_loaded();
    if (&loop != this && loop.hand_over(socket)) return;
    ++shown_.connections;
    add(std::move(socket), now);
}

// This one, where others have no fewer. One that drains takes no more from others, and gives none away.
EventLoop& EventLoop::least_loaded() {
    EventLoop* least = this;
    if (order_ == Order::drain) return *this;
    std::size_t fewest = shown_.connections.load(std::memory_order_relaxed);
    for (EventLoop* loop : loops_) {
        const auto connections = loop->shown_.connections.load(std::memory_order_relaxed);
        if (connections >= fewest) continue;
        least = loop;
        fewest = connections;
    }
    return *least;
}

// Called by other loops. False, and the socket left alone, where this one takes no more.
bool EventLoop::hand_over(Descriptor& socket) {
    const std::lock_guard lock(inbox_mutex_);
    if (inbox_closed_) return false;
    ++shown_.connections;
    inbox_.push_back(std::move(socket));
    if (inbox_.size() == 1) wake_up();
    return true;
}

void EventLoop::take_handed_over(Connection::Time now) {
    std::vector<Descriptor> sockets;
    {
        const std::lock_guard lock(inbox_mutex_);
        sockets.swap(inbox_);
    }
    for (auto& socket : sockets) add(std::move(socket), now);
}

void EventLoop::close_inbox(Connection::Time now) {
    {
        const std::lock_guard lock(inbox_mutex_);
        inbox_closed_ = true;
    }
    take_handed_over(now);
}

void EventLoop::tell_busy(int socket) {
    std::array<char, 4096> request;  // unread, it would have the answer thrown away by the client's machine
    const base::WipedAfterUse received(request.data(), request.size());
    const auto count = recv(socket, request.data(), request.size(), 0);
    const bool head_only = count >= 5 && std::string_view(request.data(), 5) == "HEAD ";
    const auto answer = shared_.responder.refuse(
        {render::ProblemKind::unavailable, "The service has as many connections as it can hold."}, head_only);
    const std::string bytes = answer->head + std::string(answer->content);
    const auto sent = send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    answer->exchange.bytes = static_cast<std::size_t>(std::max<ssize_t>(sent, 0));
    answer->exchange.whole = answer->exchange.bytes == bytes.size();
    if (shared_.witness) shared_.witness->saw(shared_.loop, answer->exchange);
    shutdown(socket, SHUT_WR);
}

void EventLoop::stop_accepting(Connection::Time now) {
    if (!accepts_) return;
    watch(listened_, 0, EPOLL_CTL_DEL);
    accepts_ = false;
    accepts_again_ = now + kAcceptPause;
}

void EventLoop::accept_again(Connection::Time now) {
    if (accepts_ || (!has_room_.exchange(false) && now < accepts_again_)) return;
    watch(listened_, EPOLLIN | EPOLLEXCLUSIVE, EPOLL_CTL_ADD);
    accepts_ = true;
}

// It is counted already among those that this loop has.
void EventLoop::add(Descriptor socket, Connection::Time now) {
    const auto number = static_cast<std::size_t>(socket.number());
    if (number >= clients_.size()) {
        clients_.resize(std::max(number + 1, clients_.size() * 2));
        deadlines_.resize(clients_.size(), Connection::Time::max());
    }
    clients_[number] = std::make_unique<Client>(Connection(std::move(socket), shared_, now));
    Client& client = *clients_[number];
    most_clients_ = std::max(most_clients_, ++client_count_);
    tell_of_move({}, ConnectionState::idle);
    follow(client, client.connection.on_readable(now));  // its request is often there already
}

}  // namespace toolkitd::http
