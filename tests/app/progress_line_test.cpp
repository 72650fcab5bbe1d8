#include "app/progress_line.h"

#include <gtest/gtest.h>

#include <sstream>

namespace toolkitd::app {
namespace {

using namespace std::chrono_literals;

const ProgressLine::Time kStart{1h};

TEST(ProgressLine, says_nothing_of_what_is_over_in_a_second) {
    std::ostringstream out;
    {
        ProgressLine line(out, true);
        line.tell("rendering", 1, 3, kStart);
        line.tell("rendering", 2, 3, kStart + 999ms);
    }
    EXPECT_EQ(out.str(), "");
}

TEST(ProgressLine, rewrites_its_line_a_few_times_a_second_and_clears_it_in_the_end) {
    std::ostringstream out;
    {
        ProgressLine line(out, true);
        line.tell("rendering", 1, 3, kStart);
        line.tell("rendering", 2, 3, kStart + 1s);
        line.tell("compressing", 1, 9, kStart + 1199ms);
        line.tell("compressing", 2, 9, kStart + 1200ms);
    }
    EXPECT_EQ(out.str(), "\r\033[Krendering: 2 of 3\r\033[Kcompressing: 2 of 9\r\033[K");
}

TEST(ProgressLine, is_silent_where_nobody_sees_it) {
    std::ostringstream out;
    {
        ProgressLine line(out, false);
        line.tell("rendering", 1, 3, kStart);
        line.tell("rendering", 2, 3, kStart + 10s);
    }
    EXPECT_EQ(out.str(), "");
}

}  // namespace
}  // namespace toolkitd::app
