// More clients than the process may have descriptors.
#include <gtest/gtest.h>
#include <sys/resource.h>

#include <exception>
#include <string>
#include <vector>

#include "app/serving.h"

namespace toolkitd::app {
namespace {

using testing::Client;
using testing::Serving;

constexpr rlim_t kDescriptors = 64;
constexpr int kCrowd = 150;

// Serves with a limit of descriptors, which counts from when it answers.
class Crowd : public ::testing::TestWithParam<const char*> {
protected:
    Crowd() {
        EXPECT_EQ(server.get("/livez").status, 200);
        const rlimit limit{kDescriptors, kDescriptors};
        EXPECT_EQ(prlimit(server.program().process(), RLIMIT_NOFILE, &limit, nullptr), 0);
    }

    Client connected() const { return Client(server.address()); }

    // 0 where the connection was shed before its request was read, which may lose the answer, too.
    int status_of(const std::string& path) const {
        try {
            return server.get(path).status;
        } catch (const std::exception&) {
            return 0;
        }
    }

    // Clients that say so much each, and stay.
    std::vector<Client> crowd(std::string_view words) const {
        std::vector<Client> clients;
        for (int i = 0; i < kCrowd; ++i) {
            clients.push_back(connected());
            clients.back().send(words);
        }
        return clients;
    }

    static int ask(Client& client) {
        client.send(testing::get("/livez"));
        return client.read().status;
    }

    // Who is shed is told so at once; the loops come to see that others have left.
    void expect_that_it_serves_on() const {
        int status = 0;
        for (int tries = 0; tries < 1000 && status != 200; ++tries) status = status_of("/healthz");
        EXPECT_EQ(status, 200);
    }

    Serving server{{"--threads", GetParam()}};
};

TEST_P(Crowd, ThatStaysMakesRoomForWhoeverComes) {
    std::vector<Client> crowd;
    for (int i = 0; i < kCrowd; ++i) {
        crowd.push_back(connected());
        ASSERT_EQ(ask(crowd.back()), 200) << i;
    }
    for (int i = 0; i < kCrowd; ++i) ASSERT_EQ(status_of("/livez"), 200) << i;
}

TEST_P(Crowd, ThatSaysNothingMakesRoomForWhoeverComes) {
    const auto silent = crowd("");
    for (int i = 0; i < kCrowd; ++i) ASSERT_EQ(status_of("/livez"), 200) << i;
}

// What comes without being a request does not make a client any less idle.
TEST_P(Crowd, ThatSendsEmptyLinesMakesRoomForWhoeverComes) {
    const auto silent = crowd("\r\n\r\n");
    for (int i = 0; i < kCrowd; ++i) ASSERT_EQ(status_of("/livez"), 200) << i;
}

TEST_P(Crowd, LosesThoseFirstWhoAreIdleForLongest) {
    Client idle = connected();
    Client active = connected();
    EXPECT_EQ(ask(active), 200);
    EXPECT_EQ(ask(idle), 200);
    std::vector<Client> crowd;
    for (int i = 0; i < kCrowd; ++i) {
        crowd.push_back(connected());
        ASSERT_EQ(ask(crowd.back()), 200) << i;
        ASSERT_EQ(ask(active), 200) << i;
    }
    EXPECT_EQ(idle.read_to_end(), "");
    EXPECT_EQ(crowd.front().read_to_end(), "");
    EXPECT_EQ(ask(crowd.back()), 200);
}

TEST_P(Crowd, LosesNobodyWhoseRequestHasBegun) {
    Client slow = connected();
    const std::string request = testing::get("/livez");
    slow.send(request.substr(0, 9));
    Client sending = connected();
    sending.send("POST /livez HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\n\r\nbo");
    for (int i = 0; i < kCrowd; ++i) ASSERT_EQ(status_of("/livez"), 200) << i;
    std::vector<Client> crowd;
    for (int i = 0; i < kCrowd; ++i) ASSERT_EQ(ask(crowd.emplace_back(connected())), 200) << i;
    slow.send(request.substr(9));
    EXPECT_EQ(slow.read().status, 200);
    sending.send("dy");
    EXPECT_EQ(sending.read().status, 405);
}

TEST_P(Crowd, LosesNobodyWhoHasNotTakenHisAnswers) {
    Client reader = connected();
    constexpr int kRequests = 400;
    for (int i = 0; i < kRequests; ++i) reader.send(testing::get("/v1/toolkits/lereporting"));
    std::vector<Client> crowd;
    for (int i = 0; i < kCrowd; ++i) ASSERT_EQ(ask(crowd.emplace_back(connected())), 200) << i;
    for (int i = 0; i < kRequests; ++i) ASSERT_EQ(reader.read().status, 200) << i;
}

TEST_P(Crowd, InWhichNobodyIsIdleIsToldToComeAgainAndDoesNoLastingHarm) {
    {
        auto clients = crowd("GET /livez HT");
        const std::string told = clients.back().read_to_end();
        EXPECT_TRUE(told.starts_with("HTTP/1.1 503 ")) << told;
        EXPECT_NE(told.find("\r\nContent-Type: application/problem+json\r\n"), std::string::npos) << told;
        EXPECT_NE(told.find("\r\nAccess-Control-Allow-Origin: *\r\n"), std::string::npos) << told;
        EXPECT_NE(told.find("\r\nRetry-After: 5\r\n"), std::string::npos) << told;
        EXPECT_NE(told.find("\r\nConnection: close\r\n"), std::string::npos) << told;
        clients.front().send("TP/1.1\r\nHost: x\r\n\r\n");
        EXPECT_EQ(clients.front().read().status, 200);
    }
    expect_that_it_serves_on();
}

INSTANTIATE_TEST_SUITE_P(Threads, Crowd, ::testing::Values("1", "2", "4"));

}  // namespace
}  // namespace toolkitd::app
