#include "http/transport.h"

#include <optional>
#include <thread>
#include <utility>
#include <vector>

#include "http/event_loop.h"
#include "http/listener.h"

namespace toolkitd::http {
namespace {

unsigned loops_for(const TransportSettings& settings) {
    return settings.loops > 0 ? settings.loops : std::max(1U, std::thread::hardware_concurrency());
}

class EpollTransport final : public Transport {
public:
    EpollTransport(TransportSettings settings, const Handler& handler, const base::Clock& clock)
        : settings_(std::move(settings)), handler_(handler), clock_(clock) {}

    base::Result<Address> open() override {
        auto listener = Listener::open(settings_.host, settings_.port, settings_.backlog);
        if (!listener) return tl::unexpected(listener.error());
        listener_.emplace(std::move(*listener));
        for (unsigned i = 0; i < loops_for(settings_); ++i) {
            loops_.push_back(std::make_unique<EventLoop>(*listener_, settings_, handler_, clock_));
        }
        return listener_->address();
    }

    void run() override {
        std::vector<std::thread> threads;
        for (std::size_t i = 1; i < loops_.size(); ++i) {
            threads.emplace_back([loop = loops_[i].get()] { loop->run(); });
        }
        if (!loops_.empty()) loops_.front()->run();
        for (auto& thread : threads) thread.join();
    }

    void stop() noexcept override {
        for (const auto& loop : loops_) loop->stop();
    }

private:
    TransportSettings settings_;
    const Handler& handler_;
    const base::Clock& clock_;
    std::optional<Listener> listener_;
    std::vector<std::unique_ptr<EventLoop>> loops_;
};

}  // namespace

std::string url_of(const Address& address) {
    const bool literal = address.host.find(':') != std::string::npos;
    const std::string host = address.host.empty() ? "[::]" : literal ? "[" + address.host + "]" : address.host;
    return "http://" + host + ":" + std::to_string(address.port);
}

std::unique_ptr<Transport> make_transport(TransportSettings settings, const Handler& handler,
                                          const base::Clock& clock) {
    return std::make_unique<EpollTransport>(std::move(settings), handler, clock);
}

}  // namespace toolkitd::http
