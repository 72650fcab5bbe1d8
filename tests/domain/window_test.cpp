#include "domain/window.h"

#include <gtest/gtest.h>

#include "support/times.h"

namespace toolkitd::domain {
namespace {

using testing::at;

TEST(Window, open_at_both_ends_holds_every_instant) {
    EXPECT_TRUE(Window{}.holds(base::kEarliest));
    EXPECT_TRUE(Window{}.holds(base::kLatest));
}

TEST(Window, holds_its_first_instant_and_not_the_one_at_its_end) {
    const Window window{at("2024-08-28T04:00:00Z"), at("2024-09-01T04:00:00Z")};
    EXPECT_FALSE(window.holds(at("2024-08-28T03:59:59Z")));
    EXPECT_TRUE(window.holds(at("2024-08-28T04:00:00Z")));
    EXPECT_TRUE(window.holds(at("2024-08-28T04:00:01Z")));
    EXPECT_TRUE(window.holds(at("2024-09-01T03:59:59Z")));
    EXPECT_FALSE(window.holds(at("2024-09-01T04:00:00Z")));
    EXPECT_FALSE(window.holds(at("2024-09-01T04:00:01Z")));
}

TEST(Window, may_be_open_at_one_end) {
    EXPECT_TRUE((Window{at("2024-08-28"), {}}.holds(base::kLatest)));
    EXPECT_FALSE((Window{at("2024-08-28"), {}}.holds(base::kEarliest)));
    EXPECT_TRUE((Window{{}, at("2024-08-28")}.holds(base::kEarliest)));
    EXPECT_FALSE((Window{{}, at("2024-08-28")}.holds(base::kLatest)));
}

TEST(Window, that_ends_where_it_begins_holds_nothing) {
    const auto instant = at("2024-08-28");
    EXPECT_FALSE((Window{instant, instant}.holds(instant)));
}

}  // namespace
}  // namespace toolkitd::domain
