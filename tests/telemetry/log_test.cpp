#include "telemetry/log.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>
#include <vector>

namespace toolkitd::telemetry {
namespace {

using ::testing::HasSubstr;
using ::testing::MatchesRegex;
using ::testing::Not;

// What goes to standard error when one line of each level is logged.
std::string logged(Level level) {
    ::testing::internal::CaptureStderr();
    {
        const Log log(level);
        log.info("It started.");
        log.warning("It stumbled.");
        log.error("It fell.");
    }
    return ::testing::internal::GetCapturedStderr();
}

TEST(Log, writes_a_line_with_the_time_and_the_level) {
    constexpr const char* kTime = "[0-9]+-[0-9]+-[0-9]+T[0-9]+:[0-9]+:[0-9]+Z ";
    EXPECT_THAT(logged(Level::info), MatchesRegex(std::string(kTime) + "info It started.\n" + kTime +
                                                  "warning It stumbled.\n" + kTime + "error It fell.\n"));
}

TEST(Log, leaves_out_what_is_below_its_level) {
    EXPECT_THAT(logged(Level::debug), HasSubstr("It started."));
    EXPECT_THAT(logged(Level::warning), Not(HasSubstr("It started.")));
    EXPECT_THAT(logged(Level::warning), HasSubstr("It stumbled."));
    EXPECT_THAT(logged(Level::error), Not(HasSubstr("It stumbled.")));
    EXPECT_THAT(logged(Level::error), HasSubstr("It fell."));
}

TEST(Log, that_is_off_writes_nothing) { EXPECT_EQ(logged(Level::off), ""); }

TEST(Log, takes_a_sentence_as_it_is) {
    ::testing::internal::CaptureStderr();
    Log(Level::info).info("100 % of {} and %s");
    EXPECT_THAT(::testing::internal::GetCapturedStderr(), HasSubstr("info 100 % of {} and %s\n"));
}

TEST(Log, keeps_the_lines_of_several_threads_apart) {
    ::testing::internal::CaptureStderr();
    const Log log(Level::info);
    std::vector<std::thread> writers;
    for (int i = 0; i < 4; ++i) {
        writers.emplace_back([&] {
            for (int line = 0; line < 50; ++line) log.info("One whole line.");
        });
    }
    for (auto& writer : writers) writer.join();
    std::istringstream lines(::testing::internal::GetCapturedStderr());
    int count = 0;
    for (std::string line; std::getline(lines, line); ++count) EXPECT_TRUE(line.ends_with("Z info One whole line."));
    EXPECT_EQ(count, 200);
}

}  // namespace
}  // namespace toolkitd::telemetry
