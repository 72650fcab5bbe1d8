// What a snapshot has for whoever wants all of it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "render/real_catalogue.h"
#include "site/built.h"
#include "support/times.h"

namespace toolkitd::site {
namespace {

using ::testing::Contains;

TEST(Switches, are_those_of_the_timeline_and_of_the_feeds_in_their_order) {
    const auto snapshot = testing::built(testing::real_catalogue());
    const auto switches = snapshot->switches();
    EXPECT_TRUE(std::is_sorted(switches.begin(), switches.end()));
    EXPECT_THAT(switches, Contains(testing::at("2024-08-28T04:00:00Z")));
    EXPECT_GE(switches.size(), snapshot->editions().size() - 1);
}

TEST(Paths, of_a_snapshot_are_all_found_at_some_time) {
    const auto snapshot = testing::built(testing::real_catalogue());
    const auto paths = snapshot->paths();
    EXPECT_TRUE(std::is_sorted(paths.begin(), paths.end()));
    EXPECT_THAT(paths, Contains("/v1/toolkits/lereporting"));
    for (const auto& path : paths) {
        const auto at = [&](base::Instant instant) { return snapshot->find(path, instant) != nullptr; };
        const auto switches = snapshot->switches();
        EXPECT_TRUE(at(base::kEarliest) || std::any_of(switches.begin(), switches.end(), at)) << path;
    }
}

}  // namespace
}  // namespace toolkitd::site
