#include <gtest/gtest.h>

#include "render/resource_filter.h"

namespace toolkitd::render {
namespace {

TEST(ResourceListPath, without_a_filter_is_the_list_itself) { EXPECT_EQ(resource_list_path({}), "/v1/resources"); }

TEST(ResourceListPath, names_the_filters_in_one_order) {
    EXPECT_EQ(resource_list_path({"attorney", "current", "video", "kit"}),
              "/v1/resources?audience=attorney&currency=current&kind=video&toolkit=kit");
}

TEST(ResourceListPath, leaves_out_what_is_not_chosen) {
    EXPECT_EQ(resource_list_path({"", "current", "", ""}), "/v1/resources?currency=current");
    EXPECT_EQ(resource_list_path({"", "", "", "kit"}), "/v1/resources?toolkit=kit");
    EXPECT_EQ(resource_list_path({"attorney", "", "video", ""}), "/v1/resources?audience=attorney&kind=video");
}

TEST(ResourceListPath, of_nothing_is_one_that_no_choice_names) {
    EXPECT_EQ(empty_resource_list_path(), "/v1/resources?nothing");
}

}  // namespace
}  // namespace toolkitd::render
