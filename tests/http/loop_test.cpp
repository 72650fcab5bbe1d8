// A loop that shows that it turns, and one that hangs.
#include <gtest/gtest.h>

#include <condition_variable>
#include <mutex>
#include <thread>

#include "http/answering.h"
#include "http/client.h"
#include "http/running_server.h"

namespace toolkitd::http {
namespace {

using testing::Client;

// Answers when it is let to, and keeps its loop waiting until then.
class Hanging final : public Handler {
public:
    Response answer(const Request& /*request*/) const override {
        std::unique_lock lock(mutex_);
        hangs_ = true;
        changed_.notify_all();
        changed_.wait(lock, [this] { return let_go_; });
        return {};
    }
    Response refuse(const Refusal& /*refusal*/) const override { return {}; }

    void wait_until_it_hangs() const {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return hangs_; });
    }
    void let_go() {
        const std::lock_guard lock(mutex_);
        let_go_ = true;
        changed_.notify_all();
    }

private:
    mutable std::mutex mutex_;
    mutable std::condition_variable changed_;
    mutable bool hangs_ = false;
    bool let_go_ = false;
};

bool turns(Transport& transport) {
    transport.nudge();
    for (int i = 0; i < 10'000 && !transport.turned(); ++i) std::this_thread::sleep_for(std::chrono::milliseconds{1});
    return transport.turned();
}

TEST(Loops, show_that_they_turn) {
    const Hanging handler;
    testing::RunningServer server(handler);
    EXPECT_TRUE(turns(server.transport()));
    EXPECT_TRUE(turns(server.transport()));
}

TEST(Loops, that_hang_do_not) {
    Hanging handler;
    TransportSettings settings;
    settings.loops = 1;
    testing::RunningServer server(handler, settings);
    Client client(server.address());
    client.send(testing::get("/"));
    handler.wait_until_it_hangs();
    server.transport().nudge();
    EXPECT_FALSE(server.transport().turned());
    handler.let_go();
    EXPECT_TRUE(turns(server.transport()));
}

}  // namespace
}  // namespace toolkitd::http
