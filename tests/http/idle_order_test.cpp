#include "http/idle_order.h"

#include <gtest/gtest.h>

#include <vector>

namespace toolkitd::http {
namespace {

// Takes all of them out, the longest first.
std::vector<int> emptied(IdleOrder& order) {
    std::vector<int> numbers;
    while (order.longest() >= 0) {
        numbers.push_back(order.longest());
        order.remove(order.longest());
    }
    return numbers;
}

TEST(IdleOrder, KnowsWhoCameFirst) {
    IdleOrder order;
    EXPECT_EQ(order.longest(), -1);
    for (const int number : {700, 5, 6, 4}) order.append(number);
    EXPECT_TRUE(order.contains(700));
    EXPECT_FALSE(order.contains(699));
    EXPECT_FALSE(order.contains(70'000));
    EXPECT_EQ(emptied(order), (std::vector<int>{700, 5, 6, 4}));
}

TEST(IdleOrder, PutsWhoIsAppendedAgainBehindAllOthers) {
    IdleOrder order;
    for (const int number : {1, 2, 3, 1, 2, 2}) order.append(number);
    EXPECT_EQ(emptied(order), (std::vector<int>{3, 1, 2}));
}

TEST(IdleOrder, ForgetsWhoIsTakenOutAtTheFrontInTheMiddleAndAtTheEnd) {
    IdleOrder order;
    for (int number = 0; number < 6; ++number) order.append(number);
    for (const int number : {0, 3, 5, 3, 99}) order.remove(number);
    order.append(5);
    EXPECT_EQ(emptied(order), (std::vector<int>{1, 2, 4, 5}));
    order.append(3);
    EXPECT_EQ(order.longest(), 3);
}

}  // namespace
}  // namespace toolkitd::http
