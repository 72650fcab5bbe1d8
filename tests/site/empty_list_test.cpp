// The one list that stands for every choice of filters that finds nothing.
#include <gtest/gtest.h>

#include <chrono>
#include <set>

#include "render/json_text.h"
#include "render/resource_filter.h"
#include "render/rich_catalogue.h"
#include "site/built.h"
#include "site/timeline.h"
#include "support/times.h"

namespace toolkitd::site {
namespace {

const std::string kEmpty = render::empty_resource_list_path();

TEST(EmptyList, is_there_at_every_instant) {
    const auto snapshot = testing::built(testing::rich_catalogue());
    for (const auto instant : testing::telling_instants(snapshot->catalogue())) {
        const auto* found = snapshot->find(kEmpty, instant);
        ASSERT_NE(found, nullptr) << testing::text(instant);
        EXPECT_EQ(testing::json_at(found->body(), "/data"), "[]");
    }
}

TEST(EmptyList, holds_no_longer_than_its_edition_because_any_choice_may_find_something_then) {
    const auto snapshot = testing::built(testing::rich_catalogue());
    std::set<base::Instant> switches;
    for (const auto& change : timeline(snapshot->catalogue())) {
        if (!change.history_alone) switches.insert(change.at);
    }
    ASSERT_FALSE(switches.empty());
    for (const auto at : switches) {
        EXPECT_EQ(snapshot->find(kEmpty, at - std::chrono::seconds{1})->validity.until, at) << testing::text(at);
        EXPECT_EQ(snapshot->find(kEmpty, at)->validity.from, at) << testing::text(at);
    }
}

TEST(EmptyList, is_younger_than_the_list_that_it_comes_after) {
    const auto snapshot = testing::built(testing::rich_catalogue());
    const auto* full = snapshot->find("/v1/resources?kind=checklist", testing::at("2024-12-14"));
    ASSERT_NE(full, nullptr);
    ASSERT_EQ(snapshot->find("/v1/resources?kind=checklist", testing::at("2024-12-15")), nullptr);
    EXPECT_GT(snapshot->find(kEmpty, testing::at("2024-12-15"))->last_modified, full->last_modified);
}

}  // namespace
}  // namespace toolkitd::site
