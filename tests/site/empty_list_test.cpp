// The one list that stands for every choice of filters that finds nothing.
#include <gtest/gtest.h>

#include "render/json_text.h"
#include "render/resource_filter.h"
#include "render/rich_catalogue.h"
#include "site/built.h"
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
    for (const auto instant : testing::telling_instants(snapshot->catalogue())) {
        EXPECT_EQ(testing::text(snapshot->find(kEmpty, instant)->validity),
                  testing::text(snapshot->edition(instant).validity));
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
