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
        unsetenv("LISTEN_FDNAMES");
    }

    static void hand(const std::string& process, const std::string& count, const std::string& names = "") {
        setenv("LISTEN_PID", process.c_str(), 1);
        setenv("LISTEN_FDS", count.c_str(), 1);
        setenv("LISTEN_FDNAMES", names.c_str(), 1);
    }
};

TEST_F(HandedSocket, is_none_where_no_service_manager_started_the_process) {
    ASSERT_TRUE(handed_sockets());
    EXPECT_EQ(handed_sockets()->readers, std::nullopt);
}

TEST_F(HandedSocket, is_the_first_one_behind_standard_error) {
    hand(std::to_string(getpid()), "1");
    ASSERT_TRUE(handed_sockets());
    EXPECT_EQ(handed_sockets()->readers, 3);
    EXPECT_EQ(handed_sockets()->metrics, std::nullopt);
}

TEST_F(HandedSocket, is_not_taken_from_another_process_whose_environment_was_inherited) {
    hand(std::to_string(getppid()), "1");
    ASSERT_TRUE(handed_sockets());
    EXPECT_EQ(handed_sockets()->readers, std::nullopt);
}

TEST_F(HandedSocket, is_none_where_the_variables_hold_no_numbers) {
    for (const std::string count : {"", "0", "-1", "one", "1 "}) {
        hand(std::to_string(getpid()), count);
        ASSERT_TRUE(handed_sockets());
        EXPECT_EQ(handed_sockets()->readers, std::nullopt) << count;
    }
}

TEST_F(HandedSocket, NamedMetricsIsForTheMetricsWhereverItStands) {
    hand(std::to_string(getpid()), "2", "toolkitd.socket:metrics");
    ASSERT_TRUE(handed_sockets());
    EXPECT_EQ(handed_sockets()->readers, 3);
    EXPECT_EQ(handed_sockets()->metrics, 4);
    hand(std::to_string(getpid()), "2", "metrics:toolkitd.socket");
    ASSERT_TRUE(handed_sockets());
    EXPECT_EQ(handed_sockets()->readers, 4);
    EXPECT_EQ(handed_sockets()->metrics, 3);
}

TEST_F(HandedSocket, IsRefusedWhereTwoAreForTheSame) {
    for (const std::string names : {"", "toolkitd.socket", "a:b", "metrics:metrics"}) {
        hand(std::to_string(getpid()), "2", names);
        ASSERT_FALSE(handed_sockets()) << names;
        EXPECT_NE(handed_sockets().error().sentence.find("FileDescriptorName=metrics"), std::string::npos);
    }
}

TEST_F(HandedSocket, IsRefusedWhereThereAreMoreThanTwo) {
    hand(std::to_string(getpid()), "3", "toolkitd.socket:metrics:another");
    ASSERT_FALSE(handed_sockets());
    EXPECT_EQ(handed_sockets().error().sentence,
              "the service manager hands on 3 sockets; toolkitd takes one, and one more named metrics");
}

}  // namespace
}  // namespace toolkitd::app
