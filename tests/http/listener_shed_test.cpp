// Who comes when the process has no descriptor left is told so through the one that is kept for that.
#include <gtest/gtest.h>

#include "http/client.h"
#include "http/listener.h"

namespace toolkitd::http {
namespace {

using testing::Client;

class Shedding : public ::testing::Test {
protected:
    Accepted::Outcome shed() {
        return listener.shed([this](int) { ++told; });
    }

    Listener listener = Listener::open("127.0.0.1", 0, 16).value();
    int told = 0;
};

TEST_F(Shedding, tells_who_waits) {
    const Client client(listener.address());
    EXPECT_EQ(shed(), Accepted::Outcome::taken);
    EXPECT_EQ(told, 1);
}

// Then there is nothing to pause for: the loop wakes up when somebody comes.
TEST_F(Shedding, says_where_nobody_waits) {
    EXPECT_EQ(shed(), Accepted::Outcome::none);
    EXPECT_EQ(told, 0);
}

// Were it closed, what its client sends after it was told would have the answer thrown away by the client's machine.
TEST_F(Shedding, keeps_who_was_told_until_another_comes) {
    Client first(listener.address());
    shed();
    shed();
    first.send("GET / HTTP/1.1\r\n");
    EXPECT_FALSE(first.readable_within(0));
    const Client second(listener.address());
    EXPECT_EQ(shed(), Accepted::Outcome::taken);
    EXPECT_TRUE(first.readable_within(1000));
}

}  // namespace
}  // namespace toolkitd::http
