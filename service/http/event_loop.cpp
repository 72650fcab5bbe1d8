#include "http/event_loop.h"

#include <malloc.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/wipe.h"

namespace toolkitd::http {
namespace {

constexpr int kMostEvents = 128;
constexpr int kEventsAnAccept = 4;
constexpr std::chrono::milliseconds kDeadlineStep{25};
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
    watch(wake_.number(), EPOLLIN | EPOLLET, EPOLL_CTL_ADD);  // each call to wake up is an edge: it is never read
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
    base::wipe_freed_memory_of_this_thread();
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
                take_handed_over(now);
                make_room(now);
            } else if (event.data.fd == listened_) {
                accept_waiting(1 + count / kEventsAnAccept, now);
            } else {
                serve(event.data.fd, now);
            }
        }
        check_deadlines(now);
        show_idle();
        give_back(now);
        accept_again(now);
        base::wipe_stack();
        if (has_to_end()) return;
    }
}

void EventLoop::show_that_it_turns() { nudges_seen_ = nudges_.load(); }

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
    close_inbox(now);
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

// What the event says is not asked: it may be of one that has ended since, whose number another one has now.
void EventLoop::serve(int number, Connection::Time now) {
    const auto place = static_cast<std::size_t>(number);
    Client* client = place < clients_.size() ? clients_[place].get() : nullptr;
    if (!client) return;  // it has ended, or is the listening socket, which this loop has just left
    const bool writes = client->waits_for == Connection::Wants::to_write;
    follow(*client, writes ? client->connection.on_writable(now) : client->connection.on_readable(now));
}

void EventLoop::follow(Client& client, Connection::Wants wants) {
    if (wants == Connection::Wants::to_close) return end(client);
    if (wants != client.waits_for) {
        const int operation = client.waits_for ? EPOLL_CTL_MOD : EPOLL_CTL_ADD;
        client.waits_for = wants;
        watch(client.connection.number(), wants == Connection::Wants::to_write ? EPOLLOUT : EPOLLIN, operation);
    }
    const ConnectionState state = client.connection.state();
    if (state != client.state) tell_of_move(std::exchange(client.state, state), state);
    keep_in_order(client);
}

void EventLoop::end(Client& client) {
    const int number = client.connection.number();
    tell_of_move(client.state, {});
    idle_.remove(number);
    new_.remove(number);
    deadlines_[static_cast<std::size_t>(number)] = kNever;
    clients_[static_cast<std::size_t>(number)].reset();
    --client_count_;
    --shown_.connections;
}

// An idle connection's deadline moves with each answer, and not with empty lines, which would keep it from making room.
void EventLoop::keep_in_order(const Client& client) {
    const int number = client.connection.number();
    auto& deadline = deadlines_[static_cast<std::size_t>(number)];
    const auto before = std::exchange(deadline, client.connection.deadline());
    const bool idle = client.state == ConnectionState::idle || client.state == ConnectionState::lingering;
    auto& order = client.connection.is_new() ? new_ : idle_;
    if (idle && deadline == before && order.contains(number)) return;
    idle_.remove(number);
    new_.remove(number);
    if (idle) order.append(number);
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
