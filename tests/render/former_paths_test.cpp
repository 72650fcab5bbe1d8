#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "render/rendered.h"
#include "render/rich_catalogue.h"
#include "support/times.h"

namespace toolkitd::render {
namespace {

using ::testing::IsEmpty;
using testing::Rendered;
using ::testing::UnorderedElementsAre;

const Rendered& rendered() {
    static const Rendered kRendered(testing::rich_catalogue(), "2024-10-12", {{}, "first-rule", false});
    return kRendered;
}

TEST(FormerPaths, lead_to_an_item_that_had_other_ids) {
    EXPECT_THAT(rendered().page("/v1/resources/advisory").former_paths,
                UnorderedElementsAre("/v1/resources/advisory-of-old"));
    EXPECT_THAT(rendered().page("/v1/toolkits/one").former_paths, UnorderedElementsAre("/v1/toolkits/one-of-old"));
    EXPECT_THAT(rendered().page("/v1/regulations/first-rule").former_paths,
                UnorderedElementsAre("/v1/regulations/rule-of-old"));
}

TEST(FormerPaths, lead_to_what_stands_below_it) {
    EXPECT_THAT(rendered().page("/v1/regulations/first-rule/status").former_paths,
                UnorderedElementsAre("/v1/regulations/rule-of-old/status"));
    EXPECT_THAT(rendered().page("/v1/toolkits/one/sections").former_paths,
                UnorderedElementsAre("/v1/toolkits/one-of-old/sections"));
    EXPECT_THAT(rendered().page("/v1/toolkits/one/sections/lasting").former_paths,
                UnorderedElementsAre("/v1/toolkits/one-of-old/sections/lasting"));
}

TEST(FormerPaths, know_every_mixture_of_old_and_new) {
    EXPECT_THAT(
        rendered().page("/v1/toolkits/one/sections/contents").former_paths,
        UnorderedElementsAre("/v1/toolkits/one/sections/contents-of-old", "/v1/toolkits/one-of-old/sections/contents",
                             "/v1/toolkits/one-of-old/sections/contents-of-old"));
}

TEST(FormerPaths, are_none_where_nothing_was_renamed) {
    for (const std::string path : {"/v1", "/v1/toolkits", "/v1/toolkits/two", "/v1/toolkits/two/sections/contents",
                                   "/v1/resources/video", "/v1/regulations/second-rule", "/v1/regulation-status"}) {
        EXPECT_THAT(rendered().page(path).former_paths, IsEmpty()) << path;
    }
}

}  // namespace
}  // namespace toolkitd::render
