#include "structure/limits.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace toolkitd::structure {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

SourceFile file(const std::string& path, std::size_t lines) { return {path, std::string(lines, '\n')}; }

TEST(Length, up_to_the_limit_is_right_and_one_line_more_is_not) {
    EXPECT_THAT(length_faults({file("service/http/a.cpp", kMostLines)}), IsEmpty());
    EXPECT_THAT(length_faults({file("tests/http/a.cpp", kMostLines + 1)}),
                ElementsAre("tests/http/a.cpp has 351 lines, more than 350: part it by subject"));
}

TEST(Length, counts_a_last_line_that_is_not_ended) {
    EXPECT_EQ(length_faults({{"a.cpp", std::string(kMostLines, '\n') + "x"}}).size(), 1U);
}

TEST(Length, of_main_is_a_page) {
    EXPECT_THAT(length_faults({file("service/main.cpp", kMostLinesOfMain)}), IsEmpty());
    EXPECT_EQ(length_faults({file("service/main.cpp", kMostLinesOfMain + 1)}).size(), 1U);
}

TEST(MedianLines, are_passed_by_no_more_than_half_of_the_files) {
    EXPECT_EQ(median_lines({}), 0U);
    EXPECT_EQ(median_lines({file("a", 9)}), 9U);
    EXPECT_EQ(median_lines({file("a", 300), file("b", 1), file("c", 20)}), 20U);
    EXPECT_EQ(median_lines({file("a", 1), file("b", 2), file("c", 300), file("d", 300)}), 2U);
}

}  // namespace
}  // namespace toolkitd::structure
