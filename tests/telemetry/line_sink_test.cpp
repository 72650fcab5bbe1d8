// Lines that nobody takes.
#include "telemetry/line_sink.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <spdlog/logger.h>
#include <unistd.h>

#include <array>
#include <latch>
#include <memory>
#include <string>
#include <thread>

namespace toolkitd::telemetry {
namespace {

class Pipe : public ::testing::Test {
protected:
    Pipe() {
        std::array<int, 2> ends{};
        EXPECT_EQ(pipe(ends.data()), 0);
        reader_ = ends[0];
        writer_ = ends[1];
        fcntl(reader_, F_SETFL, O_NONBLOCK);
        outlet_ = std::make_shared<LineOutlet>(writer_);
        sink_ = std::make_shared<LineSink>(outlet_, std::chrono::milliseconds{0});
        logger_ = std::make_unique<spdlog::logger>("", sink_);
        logger_->set_pattern("%v");
    }
    ~Pipe() override {
        close(reader_);
        close(writer_);
    }

    void write(const std::string& line) { logger_->info(line); }

    std::string taken() const {
        std::string all;
        std::array<char, 65'536> bytes;
        for (ssize_t count = 0; (count = read(reader_, bytes.data(), bytes.size())) > 0;) {
            all.append(bytes.data(), static_cast<std::size_t>(count));
        }
        return all;
    }

    int reader_ = -1;
    int writer_ = -1;
    std::shared_ptr<LineOutlet> outlet_;
    std::shared_ptr<LineSink> sink_;
    std::unique_ptr<spdlog::logger> logger_;
};

TEST_F(Pipe, lines_that_are_taken_are_none_that_are_lost) {
    write("one");
    write("two");
    EXPECT_EQ(taken(), "one\ntwo\n");
    EXPECT_EQ(sink_->take_lost(), 0U);
}

TEST_F(Pipe, a_line_that_nobody_takes_is_lost_and_holds_nobody_up) {
    const std::string line(1000, 'x');
    for (int i = 0; i < 200; ++i) write(line);  // more than a pipe holds
    EXPECT_EQ(sink_->take_lost(), 0U) << "told before anything is taken again";
    const auto kept = taken().size() / 1001;
    EXPECT_EQ(sink_->take_lost(), 200 - kept);
    EXPECT_EQ(sink_->take_lost(), 0U);
    write("and on");
    EXPECT_EQ(taken(), "and on\n");
}

TEST_F(Pipe, a_line_that_was_taken_in_part_gets_an_end) {
    write(std::string(200'000, 'x'));
    const auto torn = taken();
    EXPECT_LT(torn.size(), 200'000U);
    EXPECT_EQ(sink_->take_lost(), 1U);
    write("whole");
    EXPECT_EQ(taken(), "\nwhole\n");
}

TEST_F(Pipe, a_line_that_nobody_ended_holds_nobody_up) {
    write(std::string(200'000, 'x'));
    write("one more");
    taken();
    EXPECT_EQ(sink_->take_lost(), 2U);
}

// The pipe takes one of the lines, and the second would wait for it to be taken.
TEST_F(Pipe, two_that_write_to_it_at_once_are_not_held_up) {
    fcntl(writer_, F_SETPIPE_SZ, 4096);
    const std::string line(3000, 'x');
    constexpr std::chrono::milliseconds kNone{0};
    bool both = true;
    for (int round = 0; both && round < 1'000; ++round) {
        std::latch begin(2);
        std::latch written(2);
        const auto write = [&] {
            begin.arrive_and_wait();
            outlet_->write_line(line, kNone);
            written.count_down();
        };
        const std::jthread one(write);
        const std::jthread other(write);
        for (int i = 0; i < 10'000 && !written.try_wait(); ++i)
            std::this_thread::sleep_for(std::chrono::milliseconds{1});
        both = written.try_wait();
        taken();
    }
    EXPECT_TRUE(both);
}

TEST(FullDisk, loses_lines_and_nothing_else) {
    const int full = open("/dev/full", O_WRONLY | O_CLOEXEC);
    ASSERT_GE(full, 0);
    const auto sink = std::make_shared<LineSink>(std::make_shared<LineOutlet>(full), std::chrono::milliseconds{0});
    spdlog::logger("", sink).info("a line");
    EXPECT_EQ(sink->take_lost(), 1U);
    close(full);
}

}  // namespace
}  // namespace toolkitd::telemetry
