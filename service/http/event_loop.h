// Waits in epoll for many connections at once, and lets each do what it can.
//
// Runs on one thread; what it is told may come from any thread, and from a signal handler. Orders only rise: one that
// drains does not go back to taking clients.
#pragma once

#include <atomic>
#include <chrono>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include "http/connection.h"
#include "http/idle_order.h"
#include "http/listener.h"

namespace toolkitd::http {

class EventLoop {
public:
    // All that it refers to must outlive the loop; `witness` may be null. `number` tells the loops apart for it.
    EventLoop(Listener& listener, const TransportSettings& settings, const Handler& handler, const base::Clock& clock,
              Witness* witness, unsigned number);

    // Whether the process had the descriptors that it takes; else it must not run.
    bool able() const { return epoll_.open() && wake_.open(); }

    // The loops over which connections are spread, this one among them: whoever accepts one hands it to the loop that
    // has fewest. Called once, before any of them runs.
    void spread_over(std::vector<EventLoop*> loops) { loops_ = std::move(loops); }

    void run();

    // Ends `run` at once.
    void stop() noexcept;

    // Has every answer from now on be its connection's last.
    void end_connections() noexcept;

    // Takes who still waits, and then nobody; ends `run` once all that was asked is answered.
    void drain() noexcept;

    // Asks the loop to show that it turns: `turned` is true once it has, since it was asked last.
    void nudge() noexcept;
    bool turned() const noexcept { return nudges_seen_ == nudges_; }

    // How many clients were owed an answer when `run` ended.
    std::size_t unanswered() const;

private:
    struct Client {
        Connection connection;
        std::optional<Connection::Wants> waits_for;     // in epoll; nothing while it is not there
        ConnectionState state = ConnectionState::idle;  // as the witness knows it
    };

    static constexpr auto kNobody = Connection::Time::max().time_since_epoch().count();

    // What the other loops see of this one, on a cache line of its own.
    struct alignas(64) Shown {
        std::atomic<std::size_t> connections{0};  // those that were handed over and not taken yet, too
        // Deadlines of those that are idle for longest: of any, and of those that have not asked for anything yet.
        std::atomic<Connection::Time::rep> idle_deadline{kNobody};
        std::atomic<Connection::Time::rep> new_deadline{kNobody};
    };

    enum class Order : int { none, end_connections, drain, stop };

    void give(Order order) noexcept;
    void wake_up() noexcept;
    void show_that_it_turns();
    void obey(Connection::Time now);
    void begin_to_drain(Connection::Time now);
    Accepted::Outcome accept_one(Connection::Time now);
    void take_waiting(Connection::Time now);
    void end_idle(Connection::Time now);
    bool has_to_end() const;
    void watch(int number, unsigned events, int operation);
    void accept_waiting(int most, Connection::Time now);
    Accepted::Outcome accept_at_limit(Connection::Time now);
    EventLoop* loop_with_room(Connection::Time now) const;
    Connection::Time::rep earliest_to_end(Connection::Time now) const;
    bool somebody_is_new() const;
    void ask_for_room(EventLoop& other);
    void make_room(Connection::Time now);
    bool end_longest_idle(Connection::Time now);
    void show_idle();
    Connection::Time::rep deadline_of(int number) const;
    void place(Descriptor socket, Connection::Time now);
    EventLoop& least_loaded();
    bool hand_over(Descriptor& socket);
    void take_handed_over(Connection::Time now);
    void close_inbox(Connection::Time now);
    void tell_busy(int socket);
    void stop_accepting(Connection::Time now);
    void accept_again(Connection::Time now);
    void serve(int number, Connection::Time now);
    void follow(Client& client, Connection::Wants wants);
    void end(Client& client);
    void keep_in_order(const Client& client);
    void tell_of_move(std::optional<ConnectionState> from, std::optional<ConnectionState> to) const;
    void check_deadlines(Connection::Time now);
    void give_back(Connection::Time now);
    bool has_to_wake_up() const;
    void add(Descriptor socket, Connection::Time now);

    Listener& listener_;
    Connection::Shared shared_;
    int listened_;  // the listening socket's number; none once this loop takes nobody more, and another may close it
    Descriptor epoll_;
    Descriptor wake_;
    std::vector<std::unique_ptr<Client>> clients_;  // by the numbers of their sockets
    std::vector<Connection::Time> deadlines_;       // of the same; by themselves, so that to look at many is to read on
    IdleOrder idle_;                                // who makes room
    IdleOrder new_;                                 // the same, of those that have not asked for anything yet
    std::size_t client_count_ = 0;
    std::size_t most_clients_ = 0;  // since memory was given back
    std::size_t checked_ = 0;       // where the next part of the clients begins whose deadlines are checked
    Connection::Time next_check_;
    Connection::Time next_give_back_;
    bool accepts_ = true;
    Connection::Time accepts_again_;  // where it does not
    std::atomic<Order> order_{Order::none};
    Order obeyed_ = Order::none;
    std::vector<EventLoop*> loops_;
    Shown shown_;
    std::mutex inbox_mutex_;
    std::vector<Descriptor> inbox_;  // handed over by other loops
    bool inbox_closed_ = false;
    std::vector<EventLoop*> room_wanted_by_;  // other loops, guarded by the same mutex
    std::atomic<bool> has_room_{false};       // another loop has made some, since it was asked
    std::atomic<unsigned> nudges_{0};
    std::atomic<unsigned> nudges_seen_{0};
};

}  // namespace toolkitd::http
