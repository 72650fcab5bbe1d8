#include "content/nearest.h"

#include <gtest/gtest.h>

namespace toolkitd::content {
namespace {

const std::vector<std::string> kKnown{"title", "takes_effect", "audiences", "links", "lifts"};

TEST(Nearest, finds_what_was_misspelled) {
    EXPECT_EQ(nearest("titel", kKnown), "title");
    EXPECT_EQ(nearest("take_effect", kKnown), "takes_effect");
    EXPECT_EQ(nearest("audience", kKnown), "audiences");
    EXPECT_EQ(nearest("Links", kKnown), "links");
}

TEST(Nearest, finds_nothing_for_another_word_altogether) {
    EXPECT_EQ(nearest("price", kKnown), std::nullopt);
    EXPECT_EQ(nearest("", kKnown), std::nullopt);
    EXPECT_EQ(nearest("title", {}), std::nullopt);
    EXPECT_EQ(nearest(std::string(5000, 'x'), kKnown), std::nullopt);
}

TEST(Nearest, takes_the_first_of_several_that_are_as_near) { EXPECT_EQ(nearest("lints", {"links", "lifts"}), "links"); }

}  // namespace
}  // namespace toolkitd::content
