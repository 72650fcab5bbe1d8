#include "base/in_parallel.h"

#include <gtest/gtest.h>

#include <atomic>
#include <latch>
#include <new>
#include <vector>

namespace toolkitd::base {
namespace {

TEST(InParallel, works_once_for_each_number) {
    for (const std::size_t count : {std::size_t{0}, std::size_t{1}, std::size_t{1000}}) {
        std::vector<std::atomic<int>> times(count);
        in_parallel(count, [&](std::size_t i, std::size_t) { ++times[i]; });
        for (const auto& each : times) EXPECT_EQ(each, 1);
    }
}

TEST(InParallel, numbers_its_threads_from_that_of_the_caller) {
    EXPECT_EQ(threads_for(0), 1U);
    EXPECT_EQ(threads_for(1), 1U);
    in_parallel(1000, [&](std::size_t, std::size_t thread) { EXPECT_LT(thread, threads_for(1000)); });
    std::size_t own = 1;
    in_parallel(1, [&](std::size_t, std::size_t thread) { own = thread; });
    EXPECT_EQ(own, 0U);
}

TEST(InParallel, throws_what_the_work_throws_on_any_thread_and_leaves_the_rest) {
    const auto threads = threads_for(1000);
    std::latch all(static_cast<std::ptrdiff_t>(threads));
    std::atomic<std::size_t> begun{0};
    const auto work = [&](std::size_t i, std::size_t) {
        ++begun;
        if (i >= threads) return;
        all.arrive_and_wait();
        throw std::bad_alloc();
    };
    EXPECT_THROW(in_parallel(1000, work), std::bad_alloc);
    EXPECT_EQ(begun, threads);
}

}  // namespace
}  // namespace toolkitd::base
