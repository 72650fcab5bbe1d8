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

// What goes to standard output when one line of each level is logged.
std::string logged(Level level) {
    ::testing::internal::CaptureStdout();
    {
        const Log log(level);
        log.info(Event::start, "It started.");
        log.warning(Event::load, "It stumbled.");
        log.error(Event::fault, "It fell.");
    }
    return ::testing::internal::GetCapturedStdout();
}

TEST(Log, writes_a_line_with_the_time_and_the_level) {
    constexpr const char* kTime = "[0-9]+-[0-9]+-[0-9]+T[0-9]+:[0-9]+:[0-9]+Z ";
    EXPECT_THAT(logged(Level::info), MatchesRegex(std::string(kTime) + "info start: It started.\n" + kTime +
                                                  "warning load: It stumbled.\n" + kTime + "error fault: It fell.\n"));
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
    ::testing::internal::CaptureStdout();
    Log(Level::info).info(Event::load, "100 % of {} and %s");
    EXPECT_THAT(::testing::internal::GetCapturedStdout(), HasSubstr("info load: 100 % of {} and %s\n"));
}

TEST(Log, writes_one_line_whatever_a_file_is_called) {
    ::testing::internal::CaptureStdout();
    Log(Level::info).info(Event::load, "a\nb\x1b[2Jc");
    EXPECT_THAT(::testing::internal::GetCapturedStdout(), ::testing::EndsWith("info load: a?b?[2Jc\n"));
}

TEST(Log, writes_json_with_the_details_where_that_is_asked_for) {
    ::testing::internal::CaptureStdout();
    Log(Level::info, Format::json)
        .warning(Event::switched, "a \"new\" status",
                 {{"text", "t"}, {"number", std::int64_t{7}}, {"ms", 0.5}, {"whole", true}});
    EXPECT_THAT(::testing::internal::GetCapturedStdout(),
                MatchesRegex(R"(\{"time":"[0-9]+-[0-9]+-[0-9]+T[0-9:]+\.[0-9]+Z","level":"warning","event":"switch",)"
                             R"("message":"a \\"new\\" status","text":"t","number":7,"ms":0.5,"whole":true\})"
                             "\n"));
}

TEST(Log, takes_another_level_while_it_is_used) {
    ::testing::internal::CaptureStdout();
    const Log log(Level::warning);
    log.info(Event::load, "before");
    log.set_level(Level::info);
    log.info(Event::load, "after");
    EXPECT_THAT(::testing::internal::GetCapturedStdout(),
                ::testing::AllOf(HasSubstr("after"), Not(HasSubstr("before"))));
}

TEST(Log, keeps_the_lines_of_several_threads_apart) {
    ::testing::internal::CaptureStdout();
    const Log log(Level::info);
    std::vector<std::thread> writers;
    for (int i = 0; i < 4; ++i) {
        writers.emplace_back([&] {
            for (int line = 0; line < 50; ++line) log.info(Event::switched, "One whole line.");
        });
    }
    for (auto& writer : writers) writer.join();
    std::istringstream lines(::testing::internal::GetCapturedStdout());
    int count = 0;
    for (std::string line; std::getline(lines, line); ++count)
        EXPECT_TRUE(line.ends_with("Z info switch: One whole line."));
    EXPECT_EQ(count, 200);
}

}  // namespace
}  // namespace toolkitd::telemetry
