// Where former paths lead.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "render/rich_catalogue.h"
#include "site/built.h"
#include "support/times.h"

namespace toolkitd::site {
namespace {

using testing::at;
using ::testing::Contains;
using ::testing::Pair;

const Snapshot& rich() {
    static const auto kSnapshot = testing::built(testing::rich_catalogue());
    return *kSnapshot;
}

const StringMap<std::string>& moved(std::string_view instant) { return rich().edition(at(instant)).moved; }

TEST(Moved, leads_from_every_former_path_to_todays) {
    EXPECT_THAT(moved("2024-10-12"), Contains(Pair("/v1/resources/advisory-of-old", "/v1/resources/advisory")));
    EXPECT_THAT(moved("2024-10-12"), Contains(Pair("/v1/toolkits/one-of-old", "/v1/toolkits/one")));
    EXPECT_THAT(moved("2024-10-12"), Contains(Pair("/v1/toolkits/one-of-old/sections", "/v1/toolkits/one/sections")));
    EXPECT_THAT(moved("2024-10-12"), Contains(Pair("/v1/toolkits/one-of-old/sections/contents-of-old",
                                                   "/v1/toolkits/one/sections/contents")));
    EXPECT_THAT(moved("2024-10-12"),
                Contains(Pair("/v1/regulations/rule-of-old/status", "/v1/regulations/first-rule/status")));
}

TEST(Moved, leads_to_pages_that_are_there_and_from_none_that_is) {
    for (const auto& edition : rich().editions()) {
        const auto instant = edition.validity.from.value_or(base::kEarliest);
        for (const auto& [former, today] : edition.moved) {
            EXPECT_NE(rich().find(today, instant), nullptr) << former << " leads to " << today;
            EXPECT_EQ(rich().find(former, instant), nullptr) << former;
        }
    }
}

TEST(Moved, leads_nowhere_while_the_item_is_not_shown) {
    auto catalogue = testing::rich_catalogue();
    catalogue.resources[0].window.from = at("2024-06-01");
    const auto snapshot = testing::built(std::move(catalogue));
    EXPECT_FALSE(snapshot->edition(at("2024-06-01T03:59:59Z")).moved.contains("/v1/resources/advisory-of-old"));
    EXPECT_TRUE(snapshot->edition(at("2024-06-01T04:00:00Z")).moved.contains("/v1/resources/advisory-of-old"));
}

TEST(Moved, leads_to_a_section_only_while_it_is_shown) {
    EXPECT_TRUE(moved("2024-10-14").contains("/v1/toolkits/one-of-old/sections/passing"));
    EXPECT_FALSE(moved("2024-10-15").contains("/v1/toolkits/one-of-old/sections/passing"));
}

}  // namespace
}  // namespace toolkitd::site
