#include <gtest/gtest.h>

#include "render/rich_catalogue.h"
#include "site/built.h"
#include "support/catalogues.h"
#include "support/times.h"

namespace toolkitd::site {
namespace {

std::string tag(const domain::Catalogue& catalogue, const render::Options& options = {}) {
    return testing::built(catalogue, options)->find("/v1/rights", testing::at("2024-05-01"))->tag();
}

TEST(Tag, is_strong_and_in_quotes) {
    const std::string found = tag(testing::small_catalogue());
    EXPECT_EQ(found.size(), 34U);
    EXPECT_TRUE(found.starts_with('"') && found.ends_with('"')) << found;
}

TEST(Tag, is_another_for_other_content) {
    auto changed = testing::small_catalogue();
    changed.rights.holder = "Somebody else";
    EXPECT_NE(tag(changed), tag(testing::small_catalogue()));
}

TEST(Tag, is_another_for_another_revision_of_the_content) {
    auto changed = testing::small_catalogue();
    changed.revision = "fedcba9876543210";
    EXPECT_NE(tag(changed), tag(testing::small_catalogue()));
}

TEST(Tag, is_another_in_a_rehearsal_so_that_no_copy_of_one_is_taken_for_real) {
    EXPECT_NE(tag(testing::small_catalogue(), {{}, {}, true}), tag(testing::small_catalogue()));
}

TEST(Tag, is_another_for_every_representation) {
    const auto snapshot = testing::built(testing::rich_catalogue());
    std::set<std::pair<std::string, std::string>> tags;
    const auto all = testing::everything_in(*snapshot);
    for (const auto& [path, representation] : all) tags.emplace(path, representation->tag());
    EXPECT_EQ(tags.size(), all.size());
}

}  // namespace
}  // namespace toolkitd::site
