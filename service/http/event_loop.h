// Waits in epoll for many connections at once, and lets each do what it can.
//
// Runs on one thread; `stop` may be called from any thread and from a signal handler.
#pragma once

#include <chrono>
#include <memory>
#include <vector>

#include "http/connection.h"
#include "http/listener.h"

namespace toolkitd::http {

class EventLoop {
public:
    // All that it refers to must outlive the loop; `witness` may be null. `number` tells the loops apart for it.
    EventLoop(Listener& listener, const TransportSettings& settings, const Handler& handler, const base::Clock& clock,
              Witness* witness, unsigned number);

    void run();
    void stop() noexcept;

private:
    struct Client {
        Connection connection;
        Connection::Wants waits_for = Connection::Wants::to_read;
    };

    void watch(int number, unsigned events, int operation);
    void accept_all(Connection::Time now);
    void tell_busy(int socket);
    void stop_accepting(Connection::Time now);
    void accept_again(Connection::Time now);
    void serve(int number, unsigned events, Connection::Time now);
    void follow(Client& client, Connection::Wants wants);
    void check_deadlines(Connection::Time now);
    void give_back(Connection::Time now);
    bool has_to_wake_up() const;
    void add(Descriptor socket, Connection::Time now);

    Listener& listener_;
    Connection::Shared shared_;
    Descriptor epoll_;
    Descriptor wake_;
    std::vector<std::unique_ptr<Client>> clients_;  // by the numbers of their sockets
    std::vector<Connection::Time> deadlines_;       // of the same; by themselves, so that to look at many is to read on
    std::size_t client_count_ = 0;
    std::size_t most_clients_ = 0;  // since memory was given back
    std::size_t checked_ = 0;       // where the next part of the clients begins whose deadlines are checked
    Connection::Time next_check_;
    Connection::Time next_give_back_;
    bool accepts_ = true;
    Connection::Time accepts_again_;  // where it does not
};

}  // namespace toolkitd::http
