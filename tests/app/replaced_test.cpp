// What was replaced stays for whom it is sent to, and no longer.
#include "app/replaced.h"

#include <gtest/gtest.h>

#include <memory>
#include <thread>

namespace toolkitd::app {
namespace {

using Held = std::shared_ptr<const site::Snapshot>;

Held made() { return std::make_shared<const site::Snapshot>(); }

TEST(Replaced, frees_what_nobody_else_holds) {
    Replaced replaced;
    auto snapshot = made();
    const std::weak_ptr watched = snapshot;
    replaced.keep(std::move(snapshot), {});
    EXPECT_TRUE(watched.expired());
    EXPECT_TRUE(replaced.empty());
}

TEST(Replaced, keeps_what_somebody_holds_until_nobody_does) {
    Replaced replaced;
    auto held = made();
    const std::weak_ptr watched = held;
    replaced.keep(held, {});
    EXPECT_FALSE(replaced.free_unheld());
    held.reset();
    EXPECT_FALSE(watched.expired());
    EXPECT_TRUE(replaced.free_unheld());
    EXPECT_TRUE(watched.expired());
}

TEST(Replaced, are_not_waited_for_where_they_are_few) {
    Replaced replaced;
    const auto one = made();
    const auto other = made();
    replaced.keep(one, {});
    replaced.keep(other, {});
    EXPECT_EQ(replaced.size(), 2U);
}

TEST(Replaced, are_waited_for_where_they_are_many) {
    Replaced replaced;
    Held first = made();
    const auto second = made();
    const auto third = made();
    replaced.keep(first, {});
    replaced.keep(second, {});
    const std::jthread lets_go([&first] { first.reset(); });
    replaced.keep(third, {});
    EXPECT_EQ(replaced.size(), 2U);
}

TEST(Replaced, are_not_waited_for_where_it_is_to_stop) {
    Replaced replaced;
    const auto one = made();
    std::stop_source stop;
    stop.request_stop();
    for (int i = 0; i < 4; ++i) replaced.keep(one, stop.get_token());
    EXPECT_EQ(replaced.size(), 4U);
}

}  // namespace
}  // namespace toolkitd::app
