#include "base/wipe.h"

#include <gtest/gtest.h>

#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <thread>

namespace toolkitd::base {
namespace {

TEST(Wiping, EmptiesAStringAndItsBytes) {
    std::string text = "what a reader sent";
    text.reserve(100);
    wipe(text);
    EXPECT_TRUE(text.empty());
}

TEST(Wiping, OverwritesWhatWasUsedWhenItGoesOutOfScope) {
    std::array<char, 8> bytes{'s', 'e', 'c', 'r', 'e', 't', 's', '!'};
    {
        const WipedAfterUse six(bytes.data(), 6);
        EXPECT_EQ(bytes[0], 's');
    }
    EXPECT_EQ(std::string_view(bytes.data(), bytes.size()), std::string_view("\0\0\0\0\0\0s!", 8));
}

// That it is so in the process that serves, tests/integration/privacy looks.
TEST(Wiping, LeavesWhatAThreadFreesToTheAllocator) {
    std::thread([] {
        wipe_freed_memory_of_this_thread();
        for (std::size_t size = 1; size < 100'000; size *= 3) {
            auto text = std::make_unique<std::string>(size, 'x');
            text.reset();
            const auto aligned = std::make_unique<std::array<double, 64>>();
        }
        wipe_stack();
    }).join();
}

}  // namespace
}  // namespace toolkitd::base
