#include "base/result.h"

#include <gtest/gtest.h>

#include <string>

namespace toolkitd::base {
namespace {

Result<int> half(int number) {
    if (number % 2 != 0) return fail(std::to_string(number) + " is odd; give an even number");
    return number / 2;
}

TEST(Result, is_the_value_where_there_is_one) { EXPECT_EQ(half(8).value(), 4); }

TEST(Result, is_the_failure_with_its_sentence_where_there_is_none) {
    ASSERT_FALSE(half(7));
    EXPECT_EQ(half(7).error().sentence, "7 is odd; give an even number");
}

}  // namespace
}  // namespace toolkitd::base
