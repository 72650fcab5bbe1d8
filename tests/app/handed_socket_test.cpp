// LISTEN_PID and LISTEN_FDS, as sd_listen_fds(3) describes them.
#include "app/handed_socket.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <string>

namespace toolkitd::app {
namespace {

class HandedSocket : public ::testing::Test {
protected:
    ~HandedSocket() override {
        unsetenv("LISTEN_PID");
        unsetenv("LISTEN_FDS");
    }

    static void hand(const std::string& process, const std::string& count) {
        setenv("LISTEN_PID", process.c_str(), 1);
        setenv("LISTEN_FDS", count.c_str(), 1);
    }
};

TEST_F(HandedSocket, is_none_where_no_service_manager_started_the_process) {
    ASSERT_TRUE(handed_socket());
    EXPECT_EQ(*handed_socket(), std::nullopt);
}

TEST_F(HandedSocket, is_the_first_one_behind_standard_error) {
    hand(std::to_string(getpid()), "1");
    ASSERT_TRUE(handed_socket());
    EXPECT_EQ(*handed_socket(), 3);
}

TEST_F(HandedSocket, is_not_taken_from_another_process_whose_environment_was_inherited) {
    hand(std::to_string(getppid()), "1");
    ASSERT_TRUE(handed_socket());
    EXPECT_EQ(*handed_socket(), std::nullopt);
}

TEST_F(HandedSocket, is_none_where_the_variables_hold_no_numbers) {
    for (const std::string count : {"", "0", "-1", "one", "1 "}) {
        hand(std::to_string(getpid()), count);
        ASSERT_TRUE(handed_socket());
        EXPECT_EQ(*handed_socket(), std::nullopt) << count;
    }
}

TEST_F(HandedSocket, is_refused_where_there_are_several) {
    hand(std::to_string(getpid()), "2");
    ASSERT_FALSE(handed_socket());
    EXPECT_EQ(handed_socket().error().sentence,
              "the service manager hands on 2 sockets; toolkitd takes one: leave one ListenStream in its .socket unit");
}

}  // namespace
}  // namespace toolkitd::app
