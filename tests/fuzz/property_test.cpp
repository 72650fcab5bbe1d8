#include "fuzz/property.h"

#include <gtest/gtest.h>

namespace toolkitd::fuzz {
namespace {

TEST(Property, that_holds_says_nothing) { EXPECT_NO_THROW(require(true, "one is one")); }

TEST(Property, that_does_not_hold_is_told) {
    try {
        require(false, "one is two");
        FAIL() << "nothing was thrown";
    } catch (const BrokenProperty& broken) {
        EXPECT_STREQ(broken.what(), "broken: one is two");
    }
}

}  // namespace
}  // namespace toolkitd::fuzz
