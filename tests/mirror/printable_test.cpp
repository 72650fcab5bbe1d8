#include "mirror/printable.h"

#include <gtest/gtest.h>

namespace toolkitd::mirror {
namespace {

TEST(Printable, leaves_what_a_terminal_shows_and_writes_out_the_rest) {
    EXPECT_EQ(printable("a `b` ~"), "a `b` ~");
    EXPECT_EQ(printable("\x1b[2J\n\\\x9b\x7f"), "\\x1b[2J\\x0a\\x5c\\x9b\\x7f");
}

TEST(Printable, is_cut_short) {
    EXPECT_LE(printable(std::string(100'000, '\x1b')).size(), 1300U);
    EXPECT_TRUE(printable(std::string(301, 'a')).ends_with("a..."));
    EXPECT_EQ(printable(std::string(300, 'a')), std::string(300, 'a'));
}

}  // namespace
}  // namespace toolkitd::mirror
