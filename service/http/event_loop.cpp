#include "http/event_loop.h"

#include <malloc.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <utility>

namespace toolkitd::http {
namespace {

constexpr int kMostEvents = 128;
constexpr int kMostAccepts = 64;  // in a row, so that those who are connected are not kept waiting
constexpr std::chrono::milliseconds kDeadlineStep{25};
// A connection that cannot be taken would keep the loop awake.
constexpr std::chrono::milliseconds kAcceptPause{50};
constexpr std::size_t kDeadlineParts = 10;  // checked one after the other, a part at each step
constexpr std::size_t kCrowd = 32;
constexpr std::size_t kCrowdHasLeft = 8;  // when so many times fewer are left
constexpr std::chrono::seconds kGiveBackStep{1};
constexpr int kGiveBackShare = 100;  // one part in so many of the time goes into it at most
constexpr std::chrono::milliseconds kIdleGrace{500};
constexpr auto kNever = Connection::Time::max();

}  // namespace

EventLoop::EventLoop(Listener& listener, const TransportSettings& settings, const Handler& handler,
                     const base::Clock& clock, Witness* witness, unsigned number)
    : listener_(listener),
      shared_{settings, Responder(handler, clock, witness), witness, number},
      listened_(listener.number()),
      epoll_(epoll_create1(EPOLL_CLOEXEC)),
      wake_(eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)) {
    watch(wake_.number(), EPOLLIN, EPOLL_CTL_ADD);
    watch(listened_, EPOLLIN | EPOLLEXCLUSIVE, EPOLL_CTL_ADD);
    listener_.enter();
}

void EventLoop::stop() noexcept { give(Order::stop); }
void EventLoop::end_connections() noexcept { give(Order::end_connections); }
void EventLoop::drain() noexcept { give(Order::drain); }

void EventLoop::nudge() noexcept {
    ++nudges_;
    wake_up();
}

void EventLoop::give(Order order) noexcept {
    Order before = order_;
    while (before < order && !order_.compare_exchange_weak(before, order)) {
    }
    wake_up();
}

void EventLoop::wake_up() noexcept {
    const std::uint64_t one = 1;
    [[maybe_unused]] const auto written = write(wake_.number(), &one, sizeof one);
}

std::size_t EventLoop::unanswered() const {
    return static_cast<std::size_t>(std::count_if(
        clients_.begin(), clients_.end(), [](const auto& client) { return client && client->connection.owes(); }));
}

void EventLoop::watch(int number, unsigned events, int operation) {
    epoll_event event{};
    event.events = events;
    event.data.fd = number;
    epoll_ctl(epoll_.number(), operation, number, &event);
}

void EventLoop::run() {
    std::array<epoll_event, kMostEvents> events;
    for (;;) {
        const int wait = has_to_wake_up() ? static_cast<int>(kDeadlineStep.count()) : -1;
        const int count = epoll_wait(epoll_.number(), events.data(), kMostEvents, wait);
        const auto now = std::chrono::steady_clock::now();
        obey(now);
        for (int i = 0; i < count; ++i) {
            const auto& event = events[static_cast<std::size_t>(i)];
            if (event.data.fd == wake_.number()) {
                show_that_it_turns();
            } else if (event.data.fd == listened_) {
                accept_all(now);
            } else {
                serve(event.data.fd, event.events, now);
            }
        }
        check_deadlines(now);
        give_back(now);
        accept_again(now);
        if (has_to_end()) return;
    }
}

void EventLoop::show_that_it_turns() {
    std::uint64_t count = 0;
    [[maybe_unused]] const auto taken = read(wake_.number(), &count, sizeof count);
    nudges_seen_ = nudges_.load();
}

// Before anything else in a turn: who asks after an order was given is answered by it.
void EventLoop::obey(Connection::Time now) {
    const Order order = order_;
    if (order == obeyed_) return;
    shared_.draining = true;
    if (order == Order::drain) begin_to_drain(now);
    obeyed_ = order;
}

bool EventLoop::has_to_end() const { return obeyed_ == Order::stop || (obeyed_ == Order::drain && client_count_ == 0); }

void EventLoop::begin_to_drain(Connection::Time now) {
    take_waiting(now);
    if (accepts_) watch(listened_, 0, EPOLL_CTL_DEL);
    listened_ = -1;
    accepts_ = true;  // so that it is not tried again
    if (listener_.leave()) {
        take_waiting(now);
        listener_.close();
    }
    end_idle(now);
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
    if (accepted.outcome == Accepted::Outcome::at_limit)
        return listener_.shed([this](int socket) { tell_busy(socket); });
    if (accepted.outcome == Accepted::Outcome::taken) add(std::move(accepted.socket), now);
    return accepted.outcome;
}

// A client may have sent its next request already, or be about to: it gets a moment for that, and its answer.
void EventLoop::end_idle(Connection::Time now) {
    shared_.idle_time = std::min(shared_.idle_time, kIdleGrace);
    for (std::size_t i = 0; i < clients_.size(); ++i) {
        if (!clients_[i]) continue;
        clients_[i]->connection.end_idle_by(now + kIdleGrace);
        deadlines_[i] = clients_[i]->connection.deadline();
    }
}

// Whether something is to be done though nothing happens.
bool EventLoop::has_to_wake_up() const { return client_count_ > 0 || !accepts_ || most_clients_ >= kCrowd; }

void EventLoop::accept_all(Connection::Time now) {
    int lost = 0;
    for (int i = 0; i < kMostAccepts; ++i) {
        switch (accept_one(now)) {
            case Accepted::Outcome::taken: break;
            case Accepted::Outcome::lost: ++lost; break;
            case Accepted::Outcome::none: return;
            case Accepted::Outcome::at_limit:
            case Accepted::Outcome::cannot: return stop_accepting(now);
        }
    }
    if (lost == kMostAccepts) stop_accepting(now);
}

void EventLoop::tell_busy(int socket) {
    std::array<char, 4096> request;  // unread, it would have the answer thrown away by the client's machine
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
    watch(listened_, 0, EPOLL_CTL_DEL);
    accepts_ = false;
    accepts_again_ = now + kAcceptPause;
}

void EventLoop::accept_again(Connection::Time now) {
    if (accepts_ || now < accepts_again_) return;
    watch(listened_, EPOLLIN | EPOLLEXCLUSIVE, EPOLL_CTL_ADD);
    accepts_ = true;
}

void EventLoop::add(Descriptor socket, Connection::Time now) {
    const auto number = static_cast<std::size_t>(socket.number());
    if (number >= clients_.size()) {
        clients_.resize(std::max(number + 1, clients_.size() * 2));
        deadlines_.resize(clients_.size(), kNever);
    }
    clients_[number] = std::make_unique<Client>(Connection(std::move(socket), shared_, now));
    deadlines_[number] = clients_[number]->connection.deadline();
    most_clients_ = std::max(most_clients_, ++client_count_);
    tell_of_move({}, ConnectionState::idle);
    watch(static_cast<int>(number), EPOLLIN, EPOLL_CTL_ADD);
}

void EventLoop::serve(int number, unsigned events, Connection::Time now) {
    const auto place = static_cast<std::size_t>(number);
    Client* client = place < clients_.size() ? clients_[place].get() : nullptr;
    if (!client) return;  // it has ended, or is the listening socket, which this loop has just left
    const bool lost = (events & EPOLLERR) != 0;
    const bool writes = client->waits_for == Connection::Wants::to_write;
    if (lost) return follow(*client, Connection::Wants::to_close);
    follow(*client, writes ? client->connection.on_writable(now) : client->connection.on_readable(now));
}

void EventLoop::follow(Client& client, Connection::Wants wants) {
    const int number = client.connection.number();
    const auto place = static_cast<std::size_t>(number);
    deadlines_[place] = wants == Connection::Wants::to_close ? kNever : client.connection.deadline();
    if (wants == Connection::Wants::to_close) {
        tell_of_move(client.state, {});
        clients_[place].reset();
        --client_count_;
        return;
    }
    if (wants != client.waits_for) {
        client.waits_for = wants;
        watch(number, wants == Connection::Wants::to_write ? EPOLLOUT : EPOLLIN, EPOLL_CTL_MOD);
    }
    const ConnectionState state = client.connection.state();
    if (state != client.state) tell_of_move(std::exchange(client.state, state), state);
}

void EventLoop::tell_of_move(std::optional<ConnectionState> from, std::optional<ConnectionState> to) const {
    if (shared_.witness) shared_.witness->moved(shared_.loop, from, to);
}

void EventLoop::check_deadlines(Connection::Time now) {
    if (now < next_check_) return;
    next_check_ = now + kDeadlineStep;
    const auto part = deadlines_.size() / kDeadlineParts + 1;
    for (std::size_t i = 0; i < part && !deadlines_.empty(); ++i) {
        if (++checked_ >= deadlines_.size()) checked_ = 0;
        if (deadlines_[checked_] > now) continue;
        Client& client = *clients_[checked_];
        follow(client, client.connection.on_deadline(now));
    }
}

// The allocator would keep what a crowd has taken for the next one. Once in a while, and the more seldom the longer it
// takes, which grows with the content: so that to come and go in crowds costs the service little.
void EventLoop::give_back(Connection::Time now) {
    if (most_clients_ < kCrowd || client_count_ * kCrowdHasLeft > most_clients_ || now < next_give_back_) return;
    malloc_trim(0);
    most_clients_ = client_count_;
    const auto end = std::chrono::steady_clock::now();
    next_give_back_ = end + std::max<Connection::Time::duration>(kGiveBackStep, kGiveBackShare * (end - now));
}

}  // namespace toolkitd::http
