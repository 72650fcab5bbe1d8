// Over which loops connections are spread, at whatever pace they come.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <list>
#include <map>
#include <numeric>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "http/answering.h"
#include "http/client.h"
#include "http/running_server.h"

namespace toolkitd::http {
namespace {

using testing::Client;
using testing::get;
using testing::RunningServer;

constexpr unsigned kMostLoops = 16;

// How many connections each loop has.
class Holdings final : public Witness {
public:
    void saw(unsigned /*loop*/, const Exchange& /*exchange*/) noexcept override {}
    void moved(unsigned loop, std::optional<ConnectionState> from,
               std::optional<ConnectionState> to) noexcept override {
        if (!from) ++counts_[loop];
        if (!to) --counts_[loop];
    }

    // Once there are so many in all.
    std::vector<int> of_all(int all, unsigned loops) const {
        for (int i = 0; i < 30'000; ++i) {
            const std::vector<int> counts(counts_.begin(), counts_.begin() + loops);
            if (std::accumulate(counts.begin(), counts.end(), 0) == all) return counts;
            std::this_thread::sleep_for(std::chrono::milliseconds{1});
        }
        throw std::runtime_error("there are never so many connections");
    }

private:
    std::array<std::atomic<int>, kMostLoops> counts_{};
};

// Answers with a name of the loop's thread.
std::string thread_name() { return std::to_string(std::hash<std::thread::id>{}(std::this_thread::get_id())); }

class Spread : public ::testing::TestWithParam<unsigned> {
protected:
    // The most within a tenth of the fewest.
    void expect_even(std::size_t connections, const std::string& when) const {
        const auto counts = holdings.of_all(static_cast<int>(connections), GetParam());
        const auto [fewest, most] = std::minmax_element(counts.begin(), counts.end());
        EXPECT_LE(*most * 10, *fewest * 11) << when << ": " << ::testing::PrintToString(counts);
    }

    std::string ask(Client& client) const {
        client.send(get("/"));
        return client.read().content;
    }

    static TransportSettings on_loops(unsigned loops) {
        TransportSettings settings;
        settings.loops = loops;
        return settings;
    }

    std::size_t crowd() const { return std::size_t{20} * GetParam(); }

    Holdings holdings;
    const testing::Answering handler{[](const Request&) { return testing::text_response(thread_name()); }};
    const RunningServer server{handler, on_loops(GetParam()), &holdings};
};

TEST_P(Spread, IsEvenWhereClientsComeOneAfterAnother) {
    std::vector<Client> clients;
    for (std::size_t i = 0; i < crowd(); ++i) ask(clients.emplace_back(server.address()));
    expect_even(crowd(), "one after another");
    std::map<std::string, int> answers;
    for (auto& client : clients) ++answers[ask(client)];
    EXPECT_EQ(answers.size(), GetParam());
}

TEST_P(Spread, IsEvenWhereClientsSayNothing) {
    std::vector<Client> clients;
    for (std::size_t i = 0; i < crowd(); ++i) {
        clients.emplace_back(server.address());
        holdings.of_all(static_cast<int>(i + 1), GetParam());
    }
    expect_even(crowd(), "silent");
}

TEST_P(Spread, IsEvenInABurst) {
    constexpr std::size_t kThreads = 8;
    std::array<std::vector<Client>, kThreads> clients;
    std::vector<std::thread> threads;
    for (auto& part : clients) {
        threads.emplace_back([&] {
            for (std::size_t i = 0; i < crowd() / kThreads; ++i) part.emplace_back(server.address()).send(get("/"));
        });
    }
    for (auto& thread : threads) thread.join();
    for (auto& part : clients) {
        for (auto& client : part) client.read();
    }
    expect_even(crowd() / kThreads * kThreads, "burst");
}

// Those of one loop leave: who comes next goes there.
TEST_P(Spread, IsEvenAgainWhenTheClientsOfOneLoopHaveLeft) {
    std::list<Client> clients;
    std::map<std::string, std::vector<std::list<Client>::iterator>> of_loop;
    for (std::size_t i = 0; i < crowd(); ++i) {
        clients.emplace_back(server.address());
        of_loop[ask(clients.back())].push_back(std::prev(clients.end()));
    }
    const auto& leaving = of_loop.begin()->second;
    const auto count = leaving.size();
    for (const auto client : leaving) clients.erase(client);
    holdings.of_all(static_cast<int>(crowd() - count), GetParam());
    for (std::size_t i = 0; i < count; ++i) ask(clients.emplace_back(server.address()));
    expect_even(crowd(), "anew");
}

INSTANTIATE_TEST_SUITE_P(Loops, Spread, ::testing::Values(2U, 4U, 16U));

}  // namespace
}  // namespace toolkitd::http
