// A server on a free port of this machine, on a thread of its own, until the test ends.
#pragma once

#include <memory>
#include <thread>

#include "http/transport.h"
#include "support/fake_clock.h"
#include "support/times.h"

namespace toolkitd::testing {

class RunningServer {
public:
    // Throws std::runtime_error where it cannot listen. The settings' port is not used.
    explicit RunningServer(const http::Handler& handler, http::TransportSettings settings = {},
                           http::Witness* witness = nullptr)
        : transport_(http::make_transport(any_port(std::move(settings)), handler, clock_, witness)),
          address_(opened(*transport_)),
          thread_([this] { transport_->run(); }) {}

    ~RunningServer() {
        transport_->stop();
        thread_.join();
    }

    RunningServer(const RunningServer&) = delete;
    RunningServer& operator=(const RunningServer&) = delete;

    const http::Address& address() const { return address_; }
    http::Transport& transport() { return *transport_; }

private:
    static http::TransportSettings any_port(http::TransportSettings settings) {
        settings.port = 0;
        return settings;
    }

    static http::Address opened(http::Transport& transport) {
        const auto address = transport.open();
        if (!address) throw std::runtime_error(address.error().sentence);
        return *address;
    }

    FakeClock clock_{at("2024-08-28T04:00:00Z")};
    std::unique_ptr<http::Transport> transport_;
    http::Address address_;
    std::thread thread_;
};

}  // namespace toolkitd::testing
