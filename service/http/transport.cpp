#include "http/transport.h"

#include <pthread.h>

#include <algorithm>
#include <list>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

#include "http/event_loop.h"
#include "http/listener.h"

namespace toolkitd::http {
namespace {

// What a loop calls is not deep and holds no large arrays, and recursion over what clients send there is none.
constexpr std::size_t kStackBytes = std::size_t{256} * 1024;

class LoopThread {
public:
    explicit LoopThread(EventLoop& loop) {
        pthread_attr_t attributes;
        pthread_attr_init(&attributes);
        pthread_attr_setstacksize(&attributes, kStackBytes);
        const int error = pthread_create(&thread_, &attributes, &LoopThread::run, &loop);
        pthread_attr_destroy(&attributes);
        if (error != 0) throw std::system_error(error, std::generic_category(), "cannot start a thread");
    }
    ~LoopThread() { pthread_join(thread_, nullptr); }
    LoopThread(const LoopThread&) = delete;
    LoopThread& operator=(const LoopThread&) = delete;

private:
    static void* run(void* loop) {
        pthread_setname_np(pthread_self(), "toolkitd-loop");  // for who looks on
        static_cast<EventLoop*>(loop)->run();
        return nullptr;
    }

    pthread_t thread_{};
};

base::Result<Listener> open_listener(const TransportSettings& settings) {
    if (settings.handed_socket >= 0) return Listener::adopt(Descriptor(settings.handed_socket));
    return Listener::open(settings.host, settings.port, settings.backlog);
}

class EpollTransport final : public Transport {
public:
    EpollTransport(TransportSettings settings, const Handler& handler, const base::Clock& clock, Witness* witness)
        : settings_(std::move(settings)), handler_(handler), clock_(clock), witness_(witness) {}

    base::Result<Address> open() override {
        auto listener = open_listener(settings_);
        if (!listener) return tl::unexpected(listener.error());
        listener_.emplace(std::move(*listener));
        for (unsigned i = 0; i < loops_of(settings_); ++i) {
            loops_.push_back(std::make_unique<EventLoop>(*listener_, settings_, handler_, clock_, witness_, i));
            if (!loops_.back()->able())
                return base::fail("cannot serve: no descriptor is left; raise the limit (ulimit -n)");
        }
        std::vector<EventLoop*> all;
        for (const auto& loop : loops_) all.push_back(loop.get());
        for (const auto& loop : loops_) loop->spread_over(all);
        return listener_->address();
    }

    std::size_t run() override {
        serve();
        std::size_t unanswered = 0;
        for (const auto& loop : loops_) unanswered += loop->unanswered();
        return unanswered;
    }

    void stop() noexcept override {
        for (const auto& loop : loops_) loop->stop();
    }
    void end_connections() noexcept override {
        for (const auto& loop : loops_) loop->end_connections();
    }
    void drain() noexcept override {
        for (const auto& loop : loops_) loop->drain();
    }
    void nudge() noexcept override {
        for (const auto& loop : loops_) loop->nudge();
    }
    bool turned() const noexcept override {
        return std::all_of(loops_.begin(), loops_.end(), [](const auto& loop) { return loop->turned(); });
    }

private:
    void serve() {
        std::list<LoopThread> threads;
        try {
            for (const auto& loop : loops_) threads.emplace_back(*loop);
        } catch (...) {
            stop();
            throw;
        }
    }

    TransportSettings settings_;
    const Handler& handler_;
    const base::Clock& clock_;
    Witness* witness_;
    std::optional<Listener> listener_;
    std::vector<std::unique_ptr<EventLoop>> loops_;
};

}  // namespace

unsigned loops_of(const TransportSettings& settings) {
    return settings.loops > 0 ? settings.loops : std::max(1U, std::thread::hardware_concurrency());
}

std::string url_of(const Address& address) {
    const bool literal = address.host.find(':') != std::string::npos;
    const std::string host = address.host.empty() ? "[::]" : literal ? "[" + address.host + "]" : address.host;
    return "http://" + host + ":" + std::to_string(address.port);
}

std::unique_ptr<Transport> make_transport(TransportSettings settings, const Handler& handler, const base::Clock& clock,
                                          Witness* witness) {
    return std::make_unique<EpollTransport>(std::move(settings), handler, clock, witness);
}

}  // namespace toolkitd::http
