#include "domain/status_table.h"

namespace toolkitd::domain {
namespace {

using enum StatusKind;

const Event kRule = published("2024-04-30", "2024-08-28");

std::string next(const Regulation& rule, std::string_view instant) {
    return text(status_at(rule, at(instant)).next_change);
}

TEST(NextChange, is_what_was_known_then_and_not_what_came) {
    const auto rule = regulation({kRule, event("delay", EventKind::delayed, "2024-08-01").on("2024-12-01")});
    EXPECT_EQ(next(rule, "2024-04-29"), "none");
    EXPECT_EQ(next(rule, "2024-07-31"), "effective 2024-08-28T04:00:00Z convention");
    EXPECT_EQ(next(rule, "2024-08-01"), "effective 2024-12-01T05:00:00Z convention");
    EXPECT_EQ(next(rule, "2024-12-01"), "none");
}

TEST(NextChange, is_there_until_the_second_before_and_gone_at_the_instant) {
    const auto rule = regulation({kRule});
    EXPECT_EQ(next(rule, "2024-08-28T03:59:59Z"), "effective 2024-08-28T04:00:00Z convention");
    EXPECT_EQ(next(rule, "2024-08-28T04:00:00Z"), "none");
}

TEST(NextChange, is_the_first_of_several_to_come) {
    const auto rule = regulation({kRule, event("stay", EventKind::stayed, "2024-05-01").on("2024-10-01"),
                                  event("new", EventKind::superseded, "2024-05-02").on("2025-01-01")});
    EXPECT_EQ(next(rule, "2024-05-02"), "effective 2024-08-28T04:00:00Z convention");
    EXPECT_EQ(next(rule, "2024-08-28"), "stayed 2024-10-01T04:00:00Z convention");
    EXPECT_EQ(next(rule, "2024-10-01"), "superseded 2025-01-01T05:00:00Z convention");
    EXPECT_EQ(next(rule, "2025-01-01"), "none");
}

TEST(NextChange, passes_over_instants_that_leave_the_status_as_it_is) {
    const auto rule = regulation({kRule, event("stay", EventKind::stayed, "2024-08-01"),
                                  event("end", EventKind::lifted, "2024-08-02").on("2025-02-01").lifting("stay")});
    EXPECT_EQ(next(rule, "2024-08-02"), "effective 2025-02-01T05:00:00Z convention");
}

TEST(NextChange, is_none_where_only_the_extent_of_a_limit_changes) {
    const auto rule = regulation({kRule, event("a", EventKind::delayed, "2024-05-01").on("2025-01-01").of({"214.204"}),
                                  event("b", EventKind::enjoined, "2024-05-02").in({"Utah"})});
    EXPECT_EQ(next(rule, "2024-08-28"), "none");
}

TEST(NextChange, is_none_where_a_block_and_its_end_fall_on_one_instant) {
    const auto rule = regulation({kRule, event("stay", EventKind::stayed, "2024-09-01").on("2024-10-01"),
                                  event("end", EventKind::lifted, "2024-09-02").on("2024-10-01").lifting("stay")});
    EXPECT_EQ(next(rule, "2024-09-01"), "stayed 2024-10-01T04:00:00Z convention");
    EXPECT_EQ(next(rule, "2024-09-02"), "none");
}

TEST(NextChange, has_the_basis_of_the_date_that_brings_it) {
    EXPECT_EQ(next(regulation({published("2024-04-30", "2024-08-28T16:00:00Z")}), "2024-05-01"),
              "effective 2024-08-28T16:00:00Z stated");
    const Event stated_fix = event("fix", EventKind::corrected, "2024-04-30").on("2024-08-28T04:00:00Z");
    const Event stated_idea = event("idea", EventKind::proposed, "2024-01-10").on("2024-08-28T04:00:00Z");
    EXPECT_EQ(next(regulation({stated_idea, stated_fix, kRule}), "2024-05-01"),
              "effective 2024-08-28T04:00:00Z convention");
    const Event stated_stay = event("stay", EventKind::stayed, "2024-04-30").on("2024-08-28T04:00:00Z");
    EXPECT_EQ(next(regulation({kRule, stated_stay}), "2024-05-01"), "stayed 2024-08-28T04:00:00Z stated");
}

}  // namespace
}  // namespace toolkitd::domain
